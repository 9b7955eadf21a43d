import QtQuick
import QtQuick.Layouts
import Canter.Theme
import Canter.Tuning

/// How far a tuning is.
ColumnLayout {
    id: run

    required property TuningController tuning
    readonly property bool paused: tuning.state === TuningController.Paused
    signal closeWanted()

    /// Kept in view below.
    readonly property Component actions: RowLayout {
        function focusFirst() { hide.forceActiveFocus() }

        spacing: Theme.space2

        Label {
            Layout.fillWidth: true
            text: run.tuning.timeLeft
            color: Theme.muted
        }
        TextButton {
            quiet: true
            text: qsTr("Cancel")
            onClicked: run.tuning.cancel()
            Accessible.description: qsTr("What was learned is kept, and you can go on later")
        }
        TextButton {
            text: run.paused ? qsTr("Resume") : qsTr("Pause")
            onClicked: run.tuning.pause(!run.paused)
        }
        TextButton {
            id: hide

            strong: true
            text: qsTr("Hide")
            onClicked: run.closeWanted()
        }
    }

    spacing: Theme.space4

    TuningStep {
        number: 1
        title: qsTr("Collect answers")
        active: run.tuning.phase === TuningController.Answers
        done: run.tuning.phase > TuningController.Answers
        progress: run.tuning.progress
        details: active ? run.tuning.progressText : ""
    }
    TuningStep {
        number: 2
        title: qsTr("Learn")
        active: run.tuning.phase === TuningController.Learning
        done: run.tuning.phase > TuningController.Learning
        progress: run.tuning.progress
        details: active ? run.tuning.progressText : ""
    }
    TuningStep {
        number: 3
        title: qsTr("Measure")
        active: run.tuning.phase === TuningController.Measuring
        progress: run.tuning.progress
        details: active ? run.tuning.progressText : ""
    }
    TuningChart {
        Layout.fillWidth: true
        Layout.preferredHeight: 200
        tuning: run.tuning
    }
}
