import QtQuick
import QtQuick.Layouts
import Canter.Theme
import Canter.Downloads

/// A model of the catalogue: what it is good at, what it cannot do, and what it takes.
Rectangle {
    id: card

    required property string source
    required property string title
    required property string why
    required property string goodAt
    required property string cannot
    required property string facts
    required property string speed
    required property string memory
    required property bool memoryShort
    required property DownloadsController downloads
    signal openWanted(string path)

    component Words: Label {
        Layout.fillWidth: true
        visible: text
        wrapMode: Text.Wrap
        elide: Text.ElideNone
        color: Theme.muted
    }

    implicitHeight: content.implicitHeight + 2 * Theme.space4
    radius: Theme.cardRadius
    color: Theme.surface
    border.color: Theme.border
    Accessible.role: Accessible.Grouping
    Accessible.name: title
    Accessible.description: goodAt

    ColumnLayout {
        id: content

        anchors { left: parent.left; right: parent.right; top: parent.top; margins: Theme.space4 }
        spacing: Theme.space1

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.space3

            ColumnLayout {
                Layout.fillWidth: true
                spacing: Theme.space1

                Label {
                    Layout.fillWidth: true
                    text: card.title
                    font.pixelSize: Theme.titleSize
                    font.weight: Font.DemiBold
                    Accessible.role: Accessible.Heading
                }
                Words {
                    text: card.why
                    color: Theme.accent
                }
            }
            GetButton {
                Layout.alignment: Qt.AlignTop
                downloads: card.downloads
                source: card.source
                title: card.title
                recommended: card.why
                onOpenWanted: path => card.openWanted(path)
            }
        }
        Words {
            Layout.topMargin: Theme.space1
            text: qsTr("Good at: %1").arg(card.goodAt)
            color: Theme.text
        }
        Words { text: qsTr("But: %1").arg(card.cannot) }
        Words {
            text: card.speed ? card.speed + " · " + card.memory : card.memory
            color: card.memoryShort ? Theme.warning : Theme.muted
        }
        Words {
            text: card.facts
            font.pixelSize: Theme.figureSize
        }
    }
}
