import QtQuick
import QtQuick.Layouts
import Canter.Blocks
import Canter.Theme
import Canter.Downloads

/// Searches Hugging Face, when it is told to.
ColumnLayout {
    id: section

    required property OffersController offers
    required property DownloadsController downloads
    signal openWanted(string path)

    spacing: Theme.space3

    LinkQuestion { id: linkQuestion }

    Label {
        text: qsTr("Search Hugging Face")
        font.pixelSize: Theme.titleSize
        font.weight: Font.DemiBold
        Accessible.role: Accessible.Heading
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.space2

        LineField {
            id: field

            Layout.fillWidth: true
            placeholderText: qsTr("A model's name, as in “granite 2b”")
            Accessible.name: qsTr("Search Hugging Face")
            onAccepted: section.offers.search(text)
        }
        TextButton {
            symbol: "search"
            text: qsTr("Search")
            enabled: field.text.trim()
            onClicked: section.offers.search(field.text)
        }
    }
    Label {
        Layout.fillWidth: true
        text: section.offers.searching ? qsTr("Searching for “%1”…").arg(section.offers.words)
              : section.offers.words && !section.offers.searchError && section.offers.found.count === 0
                ? qsTr("Nothing was found for “%1”. Try fewer or other words.").arg(section.offers.words)
                : qsTr("What you type is sent to huggingface.co when you press Enter, and nothing else.")
        color: Theme.muted
        font.pixelSize: Theme.figureSize
        wrapMode: Text.Wrap
        elide: Text.ElideNone
    }
    Banner {
        Layout.fillWidth: true
        visible: section.offers.searchError
        text: section.offers.searchError

        TextButton {
            text: qsTr("Try again")
            onClicked: section.offers.search(section.offers.words)
        }
    }
    Column {
        id: cards

        Layout.fillWidth: true
        Layout.preferredWidth: 1
        visible: section.offers.found.count > 0
        spacing: Theme.space3

        Repeater {
            model: section.offers.found
            delegate: HubModelCard {
                width: cards.width
                downloads: section.downloads
                offers: section.offers
                onLinkWanted: link => linkQuestion.ask(link)
                onOpenWanted: path => section.openWanted(path)
            }
        }
    }
}
