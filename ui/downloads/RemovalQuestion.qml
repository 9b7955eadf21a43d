import QtQuick
import QtQuick.Layouts
import Canter.Theme
import Canter.Downloads

/// Asks before a model is removed from the disk.
Dialog {
    id: question

    required property DownloadsController downloads
    property string path
    property string name

    function ask(path, name) {
        question.path = path
        question.name = name
        open()
    }

    title: qsTr("Delete %1?").arg(name)

    Label {
        Layout.fillWidth: true
        text: qsTr("Its file is deleted from the disk for good, not moved to the trash (%1). Your chats with it stay.").arg(question.downloads.sizeOf(question.path))
        wrapMode: Text.Wrap
        elide: Text.ElideNone
    }
    DialogButtons {
        TextButton {
            text: qsTr("Delete the file")
            color: Theme.danger
            onClicked: {
                question.downloads.removeModel(question.path)
                question.close()
            }
        }
        TextButton {
            text: qsTr("Keep it")
            focus: true
            onClicked: question.close()
        }
    }
}
