import QtQuick
import QtQuick.Layouts
import Canter.Theme
import Canter.Downloads

/// All models of the catalogue, folded away until somebody wants them.
ColumnLayout {
    id: section

    required property OffersController offers
    required property DownloadsController downloads
    signal openWanted(string path)

    visible: offers.catalogue.count > 0
    spacing: Theme.space3

    FoldButton {
        id: fold

        text: unfolded ? qsTr("Hide the catalogue")
                       : qsTr("Show all %n model(s) of the catalogue", "", section.offers.catalogue.count)
        onClicked: unfolded = !unfolded
    }
    Flow {
        Layout.fillWidth: true
        visible: fold.unfolded && section.offers.refreshable
        spacing: Theme.space2

        TextButton {
            text: qsTr("Look for a newer catalogue")
            enabled: !section.offers.refreshing
            onClicked: section.offers.refreshCatalogue()
        }
    }
    Label {
        Layout.fillWidth: true
        visible: fold.unfolded && section.offers.refreshable
        text: section.offers.refreshText
              || qsTr("It is asked for when you press this and not before, and counts only with the signature of Canter's makers.")
        color: section.offers.refreshFailed ? Theme.danger : Theme.muted
        font.pixelSize: Theme.figureSize
        wrapMode: Text.Wrap
        elide: Text.ElideNone
    }
    Column {
        id: cards

        Layout.fillWidth: true
        Layout.preferredWidth: 1
        visible: fold.unfolded
        spacing: Theme.space3

        Repeater {
            model: fold.unfolded ? section.offers.catalogue : null
            delegate: OfferCard {
                width: cards.width
                downloads: section.downloads
                onOpenWanted: path => section.openWanted(path)
            }
        }
    }
}
