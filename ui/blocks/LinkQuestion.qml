import QtQuick
import QtQuick.Layouts
import Canter.Theme
import Canter.Blocks

/// Asks before a link of an answer is opened.
Dialog {
    id: question

    function ask(link) {
        opener.ask(link)
        open()
    }

    title: opener.openable ? qsTr("Open this link?") : qsTr("This link cannot be opened here")

    LinkOpener { id: opener }

    Label {
        Layout.fillWidth: true
        visible: opener.host
        text: qsTr("It leads to %1.").arg(opener.host)
        wrapMode: Text.Wrap
        elide: Text.ElideNone
    }
    SelectableText {
        Layout.fillWidth: true
        text: opener.address
        wrapMode: TextEdit.WrapAnywhere
        color: Theme.muted
        font.pixelSize: Theme.figureSize
    }
    DialogButtons {
        TextButton {
            strong: true
            visible: opener.openable
            text: qsTr("Open")
            onClicked: {
                opener.open()
                question.close()
            }
        }
        TextButton {
            text: qsTr("Copy address")
            onClicked: {
                opener.copy()
                question.close()
            }
        }
        TextButton {
            quiet: true
            text: qsTr("Cancel")
            onClicked: question.close()
        }
    }
}
