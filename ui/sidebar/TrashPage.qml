import QtQuick
import QtQuick.Layouts
import Canter.Theme
import Canter.Sidebar

/// The chats and messages that were deleted, until they are restored or deleted for good.
Page {
    id: page

    required property TrashModel trash

    function askToErase(row, title) {
        question.row = row
        question.title = qsTr("Delete “%1” for good?").arg(title)
        question.open()
    }
    function askToEmpty() {
        question.row = -1
        question.title = qsTr("Delete all that is in the trash for good?")
        question.open()
    }

    title: qsTr("Trash")
    actions: TextButton {
        text: qsTr("Empty the trash…")
        visible: page.trash.count > 0
        onClicked: page.askToEmpty()
    }

    Label {
        Layout.fillWidth: true
        text: page.trash.count > 0 ? qsTr("What you delete stays here until you restore it or delete it for good.")
                                   : qsTr("The trash is empty. Chats and messages that you delete can be restored from here.")
        color: Theme.muted
        wrapMode: Text.Wrap
        elide: Text.ElideNone
    }
    Column {
        id: rows

        Layout.fillWidth: true
        Layout.preferredWidth: 1
        spacing: Theme.space3

        Repeater {
            model: page.trash

            Rectangle {
                id: row

                required property int index
                required property string title
                required property string origin
                required property string when

                width: rows.width
                height: content.implicitHeight + 2 * Theme.space2
                radius: Theme.cardRadius
                color: Theme.surface
                border.color: Theme.border
                Accessible.role: Accessible.ListItem
                Accessible.name: title
                Accessible.description: origin

                RowLayout {
                    id: content

                    anchors { fill: parent; leftMargin: Theme.space4; rightMargin: Theme.space2 }
                    spacing: Theme.space2

                    ColumnLayout {
                        Layout.fillWidth: true
                        spacing: 0

                        Label {
                            Layout.fillWidth: true
                            text: row.title
                            Accessible.ignored: true
                        }
                        Label {
                            Layout.fillWidth: true
                            visible: text
                            text: row.origin
                            color: Theme.muted
                            font.pixelSize: Theme.figureSize
                            Accessible.ignored: true
                        }
                    }
                    Label {
                        text: row.when
                        color: Theme.muted
                        font.pixelSize: Theme.figureSize
                    }
                    TextButton {
                        quiet: true
                        symbol: "restore"
                        text: qsTr("Restore")
                        Accessible.description: row.title
                        onClicked: page.trash.restore(row.index)
                    }
                    IconButton {
                        symbol: "trash"
                        text: qsTr("Delete for good…")
                        Accessible.description: row.title
                        onClicked: page.askToErase(row.index, row.title)
                    }
                }
            }
        }
    }
    Dialog {
        id: question

        property int row: -1  ///< -1: all

        Label {
            Layout.fillWidth: true
            text: qsTr("This cannot be undone. An export keeps a copy.")
            wrapMode: Text.Wrap
            elide: Text.ElideNone
        }
        DialogButtons {
            TextButton {
                text: qsTr("Delete for good")
                color: Theme.danger
                onClicked: {
                    if (question.row < 0) page.trash.empty()
                    else page.trash.erase(question.row)
                    question.close()
                }
            }
            TextButton {
                text: qsTr("Cancel")
                focus: true
                onClicked: question.close()
            }
        }
    }
}
