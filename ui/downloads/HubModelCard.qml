import QtQuick
import QtQuick.Layouts
import Canter.Blocks
import Canter.Theme
import Canter.Downloads

/// A repository that a search found, with the sizes of its model: the one that suits most people
/// first, the others folded away.
Rectangle {
    id: card

    required property string repo
    required property string facts
    required property string problem
    required property bool gated
    required property var sizes
    required property DownloadsController downloads
    required property OffersController offers
    readonly property bool described: offers.cardRepo === repo
    signal openWanted(string path)
    signal linkWanted(string link)

    component Words: Label {
        Layout.fillWidth: true
        wrapMode: Text.Wrap
        elide: Text.ElideNone
        font.pixelSize: Theme.figureSize
    }

    implicitHeight: content.implicitHeight + 2 * Theme.space4
    radius: Theme.cardRadius
    color: Theme.surface
    border.color: Theme.border
    Accessible.role: Accessible.Grouping
    Accessible.name: repo
    Accessible.description: facts

    ColumnLayout {
        id: content

        anchors { left: parent.left; right: parent.right; top: parent.top; margins: Theme.space4 }
        spacing: Theme.space1

        Label {
            Layout.fillWidth: true
            text: card.repo
            horizontalAlignment: Text.AlignLeft
            font.weight: Font.DemiBold
            elide: Text.ElideMiddle
            Accessible.role: Accessible.Heading
        }
        Words {
            text: card.facts
            color: Theme.muted
        }
        Words {
            visible: card.problem
            text: card.problem
            color: Theme.danger
        }
        Words {
            visible: card.gated
            text: qsTr("Its makers ask you to accept terms on huggingface.co first, and for your access token (see below).")
            color: Theme.warning
        }
        HubSizeRow {
            Layout.fillWidth: true
            Layout.topMargin: Theme.space1
            modelData: card.sizes[0]
            usable: !card.problem
            downloads: card.downloads
            onOpenWanted: path => card.openWanted(path)
        }
        FoldButton {
            id: fold

            visible: card.sizes.length > 1
            text: unfolded ? qsTr("Fewer sizes") : qsTr("%n more size(s)", "", card.sizes.length - 1)
            Accessible.description: card.repo
            onClicked: unfolded = !unfolded
        }
        FoldButton {
            text: unfolded ? qsTr("Hide its card") : qsTr("Read its card")
            unfolded: card.described
            Accessible.description: card.repo
            onClicked: card.offers.toggleCard(card.repo)
        }
        Words {
            visible: card.described && text
            text: card.described ? card.offers.cardNote : ""
            color: Theme.muted
        }
        Loader {
            Layout.fillWidth: true
            Layout.topMargin: Theme.space1
            active: card.described
            visible: active
            sourceComponent: BlockView {
                model: card.offers.card
                onLinkWanted: link => card.linkWanted(link)
            }
        }
        Column {
            id: others

            Layout.fillWidth: true
            Layout.preferredWidth: 1
            visible: fold.unfolded
            spacing: Theme.space1

            Repeater {
                model: fold.unfolded ? card.sizes.slice(1) : []
                delegate: HubSizeRow {
                    width: others.width
                    usable: !card.problem
                    downloads: card.downloads
                    onOpenWanted: path => card.openWanted(path)
                }
            }
        }
    }
}
