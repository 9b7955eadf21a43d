import QtQuick
import QtQuick.Layouts
import Canter.Theme
import Canter.Tuning

/// What a tuning brought, or why it ended.
ColumnLayout {
    id: end

    required property TuningController tuning
    readonly property bool failed: tuning.state === TuningController.Failed
    signal closeWanted()

    /// Kept in view below.
    readonly property Component actions: Flow {
        function focusFirst() { done.forceActiveFocus() }

        spacing: Theme.space2
        layoutDirection: Qt.RightToLeft

        TextButton {
            id: done

            strong: true
            text: end.failed ? qsTr("Close") : qsTr("Done")
            onClicked: end.closeWanted()
        }
        TextButton {
            text: end.failed ? qsTr("Try again") : qsTr("Tune anew…")
            onClicked: end.tuning.plan()
        }
    }

    spacing: Theme.space4

    Banner {
        Layout.fillWidth: true
        visible: end.failed
        text: end.tuning.error
    }
    Label {
        Layout.fillWidth: true
        visible: !end.failed
        text: end.tuning.outcome
        wrapMode: Text.Wrap
        elide: Text.ElideNone
        font.pixelSize: Theme.headingSize
        font.weight: Font.DemiBold
        color: end.tuning.adopted ? Theme.accent : Theme.text
        Accessible.role: Accessible.Heading
    }
    Label {
        Layout.fillWidth: true
        visible: !end.failed
        text: end.tuning.outcomeDetails
        wrapMode: Text.Wrap
        elide: Text.ElideNone
        lineHeight: 1.4
    }
    TuningChart {
        Layout.fillWidth: true
        Layout.preferredHeight: 200
        visible: !end.failed
        tuning: end.tuning
    }
}
