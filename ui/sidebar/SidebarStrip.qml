import QtQuick
import Canter.Theme
import Canter.Session
import Canter.Downloads
import Canter.Tuning

/// The sidebar folded to its symbols.
Rectangle {
    id: strip

    required property Session session
    required property TuningController tuning
    required property DownloadsController downloads
    required property string page
    signal pageWanted(string page)
    signal tuningWanted()
    signal unfoldWanted()
    signal chosen()

    implicitWidth: Theme.controlHeight + 20
    color: Theme.background

    Column {
        anchors { top: parent.top; topMargin: Theme.space3; horizontalCenter: parent.horizontalCenter }
        spacing: Theme.space2

        IconButton {
            symbol: "sidebar"
            text: qsTr("Show the chats")
            onClicked: strip.unfoldWanted()
        }
        IconButton {
            symbol: "new-chat"
            text: qsTr("New chat")
            onClicked: {
                strip.session.newConversation()
                strip.chosen()
            }
        }
    }
    Column {
        anchors { bottom: parent.bottom; bottomMargin: Theme.space3; horizontalCenter: parent.horizontalCenter }
        spacing: Theme.space2

        PageLinks {
            anchors.horizontalCenter: parent.horizontalCenter
            narrow: true
            page: strip.page
            onPageWanted: page => strip.pageWanted(page)
        }
        TuningLine {
            anchors.horizontalCenter: parent.horizontalCenter
            width: Theme.controlHeight - 4
            narrow: true
            tuning: strip.tuning
            onClicked: strip.tuningWanted()
        }
        DownloadLine {
            anchors.horizontalCenter: parent.horizontalCenter
            width: Theme.controlHeight - 4
            narrow: true
            downloads: strip.downloads
            onClicked: strip.pageWanted("get")
        }
    }
    Rectangle {
        anchors { top: parent.top; bottom: parent.bottom; right: parent.right }
        width: 1
        color: Theme.border
    }
}
