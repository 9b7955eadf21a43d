import QtQuick
import QtQuick.Layouts
import Canter.Theme

/// Asks before the window closes on messages that are in memory alone. Goes away once they are
/// saved.
Dialog {
    id: question

    required property int messages
    property bool agreed: false
    signal lossAgreed()

    title: qsTr("Close without saving?")
    onMessagesChanged: if (messages === 0) close()

    Label {
        Layout.fillWidth: true
        text: qsTr("%n message(s) could not be written to the disk and would be lost. Canter keeps trying: once the disk has room, they are saved.", "", question.messages)
        wrapMode: Text.Wrap
        elide: Text.ElideNone
    }
    DialogButtons {
        TextButton {
            text: qsTr("Close and lose them")
            color: Theme.danger
            onClicked: {
                question.agreed = true
                question.lossAgreed()
            }
        }
        TextButton {
            text: qsTr("Keep Canter open")
            focus: true
            onClicked: question.close()
        }
    }
}
