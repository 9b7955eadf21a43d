import QtQuick
import QtQuick.Controls.Basic as Basic
import Canter.Theme
import Canter.Sidebar

/// What was found among the chats.
ListView {
    id: list

    required property ChatSearch search
    signal chosen()

    function openCurrent() {
        if (currentIndex < 0) return
        search.open(currentIndex)
        chosen()
    }

    model: search.hits
    clip: true
    spacing: 2
    boundsBehavior: Flickable.StopAtBounds
    activeFocusOnTab: count > 0
    keyNavigationEnabled: true
    currentIndex: count > 0 ? 0 : -1
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Chats found")
    Keys.onReturnPressed: openCurrent()
    Keys.onEnterPressed: openCurrent()
    Keys.onSpacePressed: openCurrent()

    delegate: Basic.ItemDelegate {
        id: row

        required property int index
        required property string title
        required property string snippet
        required property string when
        required property string plainTitle
        required property string plainSnippet

        width: list.width
        padding: Theme.space2
        leftPadding: Theme.space3
        rightPadding: Theme.space3
        hoverEnabled: true
        focusPolicy: Qt.NoFocus
        Accessible.role: Accessible.ListItem
        Accessible.name: plainTitle
        Accessible.description: plainSnippet
        onClicked: {
            list.currentIndex = index
            list.openCurrent()
        }

        contentItem: Column {
            spacing: 2

            Item {
                width: parent.width
                implicitHeight: heading.implicitHeight

                Label {
                    id: heading

                    anchors { left: parent.left; right: time.left; rightMargin: Theme.space2 }
                    text: row.title
                    textFormat: Text.StyledText
                    Accessible.ignored: true
                }
                Label {
                    id: time

                    anchors { right: parent.right; baseline: heading.baseline }
                    text: row.when
                    color: Theme.muted
                    font.pixelSize: Theme.figureSize
                    Accessible.ignored: true
                }
            }
            Label {
                width: parent.width
                visible: row.snippet
                text: row.snippet
                textFormat: Text.StyledText
                wrapMode: Text.Wrap
                maximumLineCount: 2
                color: Theme.muted
                font.pixelSize: Theme.figureSize
                Accessible.ignored: true
            }
        }
        background: Rectangle {
            radius: Theme.radius
            color: row.hovered ? Theme.raised : "transparent"

            FocusRing {
                control: row
                shown: list.activeFocus && row.ListView.isCurrentItem
                anchors.margins: 0
                radius: Theme.radius
            }
        }
    }
    Basic.ScrollBar.vertical: ScrollBar {}
}
