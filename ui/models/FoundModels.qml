import QtQuick
import QtQuick.Layouts
import Canter.Theme
import Canter.Models

/// Models of other programs, where they lie.
ColumnLayout {
    id: section

    required property ModelsController controller

    spacing: Theme.space3

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.space3

        Label {
            text: qsTr("Found on this computer")
            font.pixelSize: Theme.titleSize
            font.weight: Font.DemiBold
            Accessible.role: Accessible.Heading
        }
        Label {
            Layout.fillWidth: true
            text: section.controller.searching ? qsTr("Searching…") : ""
            color: Theme.muted
        }
        TextButton {
            quiet: true
            symbol: "search"
            text: qsTr("Search again")
            enabled: !section.controller.searching
            onClicked: section.controller.search()
        }
    }
    Rectangle {
        Layout.fillWidth: true
        visible: section.controller.found.count > 0
        implicitHeight: rows.implicitHeight + 2 * Theme.space2
        radius: Theme.cardRadius
        color: Theme.surface
        border.color: Theme.border

        Column {
            id: rows

            anchors { left: parent.left; right: parent.right; top: parent.top }
            anchors { leftMargin: Theme.space4; rightMargin: Theme.space4; topMargin: Theme.space2 }

            Repeater {
                model: section.controller.found
                delegate: FoundModel {
                    width: rows.width
                    onOpenWanted: section.controller.open(path)
                    onAddWanted: section.controller.add(path)
                }
            }
        }
    }
    ColumnLayout {
        Layout.fillWidth: true
        visible: section.controller.found.count === 0 && !section.controller.searching
        spacing: Theme.space2

        Label {
            Layout.fillWidth: true
            text: qsTr("No other models were found. A model is a GGUF file, or a folder with safetensors; add one from any place.")
            wrapMode: Text.Wrap
            color: Theme.muted
        }
        Label {
            Layout.fillWidth: true
            visible: section.controller.searchedFolders.length > 0
            text: qsTr("Canter looked in:") + "\n" + section.controller.searchedFolders.join("\n")
            lineHeight: 1.4
            wrapMode: Text.WrapAnywhere
            color: Theme.muted
            font.pixelSize: Theme.figureSize
        }
    }
}
