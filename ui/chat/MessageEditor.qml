import QtQuick
import QtQuick.Layouts
import Canter.Theme

/// Changes what was said. Return accepts a question and Shift+Return starts a line; an answer, which
/// has many, is accepted by Ctrl+Return. Escape leaves.
Rectangle {
    id: editor

    property alias text: field.text
    property bool manyLines: false
    property alias acceptText: accept.text
    signal accepted()
    signal abandoned()

    implicitHeight: content.implicitHeight + 2 * Theme.space2
    radius: Theme.cardRadius
    color: Theme.surface
    border.width: 2
    border.color: Theme.accent

    Component.onCompleted: {
        field.forceActiveFocus()
        field.cursorPosition = field.length
    }

    ColumnLayout {
        id: content

        anchors { left: parent.left; right: parent.right; top: parent.top; margins: Theme.space2 }
        spacing: Theme.space2

        TextBox {
            id: field

            Layout.fillWidth: true
            Accessible.name: qsTr("Edit the message")
            Keys.onPressed: event => {
                const enter = event.key === Qt.Key_Return || event.key === Qt.Key_Enter
                const accepts = editor.manyLines ? event.modifiers & Qt.ControlModifier
                                                 : !(event.modifiers & Qt.ShiftModifier)
                if (enter && accepts) accept.clicked()
                else if (event.key === Qt.Key_Escape) editor.abandoned()
                else return
                event.accepted = true
            }
        }
        RowLayout {
            spacing: Theme.space2

            Label {
                Layout.fillWidth: true
                Layout.leftMargin: Theme.space2
                text: qsTr("What was said before stays as another version.")
                font.pixelSize: Theme.figureSize
                color: Theme.muted
            }
            TextButton {
                id: cancel

                quiet: true
                text: qsTr("Cancel")
                onClicked: editor.abandoned()
            }
            TextButton {
                id: accept

                strong: true
                enabled: field.text.trim()
                onClicked: editor.accepted()
            }
        }
    }
}
