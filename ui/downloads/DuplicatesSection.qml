import QtQuick
import QtQuick.Layouts
import Canter.Theme
import Canter.Downloads

/// Files of models that are on the disk more than once.
ColumnLayout {
    id: section

    required property StorageController storage

    spacing: Theme.space2

    Label {
        text: qsTr("There twice")
        font.pixelSize: Theme.titleSize
        font.weight: Font.DemiBold
        Accessible.role: Accessible.Heading
    }
    Label {
        Layout.fillWidth: true
        text: section.storage.searching ? qsTr("Comparing files of one size…")
              : section.storage.searchText
                || qsTr("Programs bring models each for itself. Canter compares the files above and says which are the same.")
        color: Theme.muted
        font.pixelSize: Theme.figureSize
        wrapMode: Text.Wrap
        elide: Text.ElideNone
    }
    Column {
        id: list

        Layout.fillWidth: true
        visible: section.storage.duplicates.length > 0
        spacing: Theme.space2

        Repeater {
            model: section.storage.duplicates
            delegate: Rectangle {
                id: card

                required property var modelData

                width: list.width
                implicitHeight: rows.implicitHeight + 2 * Theme.space3
                radius: Theme.cardRadius
                color: Theme.surface
                border.color: Theme.border

                ColumnLayout {
                    id: rows

                    anchors { left: parent.left; right: parent.right; top: parent.top; margins: Theme.space3 }
                    spacing: Theme.space1

                    Label {
                        text: card.modelData.size
                        font.weight: Font.Medium
                    }
                    SelectableText {
                        Layout.fillWidth: true
                        text: card.modelData.paths
                        wrapMode: TextEdit.WrapAnywhere
                        horizontalAlignment: Text.AlignLeft
                        font.pixelSize: Theme.figureSize
                    }
                }
            }
        }
    }
    TextButton {
        text: qsTr("Look for duplicates")
        enabled: !section.storage.searching
        onClicked: section.storage.findDuplicates()
    }
}
