import QtQuick
import QtQuick.Controls.Basic as Basic
import QtQuick.Layouts
import QtQuick.Templates as T
import Canter.Theme
import Canter.Tuning

/// Over the window: what a tuning will take, how far it is, what it brought.
Basic.Popup {
    id: sheet

    required property TuningController tuning
    signal promptsFileWanted()

    /// Shows what runs or ran, or plans anew.
    function show() {
        if (tuning.state === TuningController.Idle) tuning.plan()
        open()
    }

    parent: T.Overlay.overlay
    x: Math.round((parent.width - width) / 2)
    y: Math.max(Theme.space4, Math.round((parent.height - height) / 3))
    width: Math.min(600 * Math.max(1, Theme.textScale * 0.75), parent.width - 2 * Theme.space4)
    height: Math.min(body.implicitHeight + head.height + actions.height + 2 * Theme.space4
                     + 2 * Theme.space5, parent.height - 2 * Theme.space4)
    padding: Theme.space5
    modal: true
    focus: true
    closePolicy: Basic.Popup.CloseOnEscape | Basic.Popup.CloseOnPressOutside
    onOpened: actions.item.focusFirst()
    onClosed: tuning.dismiss()

    background: Rectangle {
        color: Theme.surface
        radius: Theme.cardRadius
        border.color: Theme.border
    }
    T.Overlay.modal: Rectangle { color: "#66000000" }
    enter: Transition {
        NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.motion }
    }
    exit: Transition {
        NumberAnimation { property: "opacity"; from: 1; to: 0; duration: Theme.motion }
    }

    Connections {
        target: sheet.tuning
        // Cancelled: there is nothing more to see.
        function onChanged() { if (sheet.tuning.state === TuningController.Idle) sheet.close() }
    }

    contentItem: Item {
        Accessible.role: Accessible.Dialog
        Accessible.name: title.text

        RowLayout {
            id: head

            width: parent.width

            ColumnLayout {
                spacing: 2

                Label {
                    id: title

                    Layout.fillWidth: true
                    text: qsTr("Tune adapter")
                    font.pixelSize: Theme.headingSize
                    font.weight: Font.DemiBold
                    Accessible.role: Accessible.Heading
                }
                Label {
                    Layout.fillWidth: true
                    text: sheet.tuning.modelName
                    color: Theme.muted
                }
            }
            IconButton {
                Layout.alignment: Qt.AlignTop
                symbol: "close"
                text: qsTr("Close")
                onClicked: sheet.close()
            }
        }
        Flickable {
            anchors {
                fill: parent
                topMargin: head.height + Theme.space4
                bottomMargin: actions.height + Theme.space4
                rightMargin: -Theme.space4  // for the scroll bar
            }
            contentHeight: body.implicitHeight
            clip: contentHeight > height
            boundsBehavior: Flickable.StopAtBounds
            Basic.ScrollBar.vertical: ScrollBar {}

            Loader {
                id: body

                width: parent.width - Theme.space4
                sourceComponent: {
                    switch (sheet.tuning.state) {
                    case TuningController.Running:
                    case TuningController.Paused: return runComponent
                    case TuningController.Finished:
                    case TuningController.Failed: return endComponent
                    default: return planComponent
                    }
                }
            }
        }
        Loader {
            id: actions

            anchors.bottom: parent.bottom
            width: parent.width
            sourceComponent: body.item?.actions
            onLoaded: if (sheet.opened) item.focusFirst()
        }
    }

    Component {
        id: planComponent

        TuningPlan {
            tuning: sheet.tuning
            onCloseWanted: sheet.close()
            onPromptsFileWanted: sheet.promptsFileWanted()
        }
    }
    Component {
        id: runComponent

        TuningRun {
            tuning: sheet.tuning
            onCloseWanted: sheet.close()
        }
    }
    Component {
        id: endComponent

        TuningOutcome {
            tuning: sheet.tuning
            onCloseWanted: sheet.close()
        }
    }
}
