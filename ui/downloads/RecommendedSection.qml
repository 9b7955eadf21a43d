import QtQuick
import QtQuick.Layouts
import Canter.Theme
import Canter.Downloads

/// Three models for this computer, each for another reason.
ColumnLayout {
    id: section

    required property OffersController offers
    required property DownloadsController downloads
    signal openWanted(string path)

    spacing: Theme.space3

    Label {
        text: qsTr("For this computer")
        font.pixelSize: Theme.titleSize
        font.weight: Font.DemiBold
        Accessible.role: Accessible.Heading
    }
    Label {
        Layout.fillWidth: true
        text: section.offers.looking && section.offers.catalogue.count === 0
              ? qsTr("Measuring how quickly this computer reads its memory…") : section.offers.computer
        visible: text
        color: Theme.muted
        wrapMode: Text.Wrap
    }
    Banner {
        Layout.fillWidth: true
        visible: section.offers.problem
        text: section.offers.problem
    }
    Label {
        Layout.fillWidth: true
        visible: !section.offers.looking && !section.offers.problem && section.offers.recommended.count === 0
        text: qsTr("No model of the catalogue fits in the memory that is free. Close other programs, and look again.")
        wrapMode: Text.Wrap
    }
    Column {
        id: cards

        Layout.fillWidth: true
        Layout.preferredWidth: 1
        spacing: Theme.space3

        Repeater {
            model: section.offers.recommended
            delegate: OfferCard {
                width: cards.width
                downloads: section.downloads
                onOpenWanted: path => section.openWanted(path)
            }
        }
    }
}
