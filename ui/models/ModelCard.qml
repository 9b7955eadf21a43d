import QtQuick
import QtQuick.Layouts
import Canter.Theme
import Canter.Downloads
import Canter.Models

/// A model of the list: what it is, what it needs, and what can be done with it.
Rectangle {
    id: card

    required property string path
    required property string name
    required property string details
    required property string memory
    required property bool memoryShort
    required property bool starter
    required property string adapter
    required property string adapterBeside
    required property string problem
    required property string notes
    required property string host
    required property int use
    required property bool removable
    required property ModelsController controller
    required property DownloadsController downloads
    readonly property bool inUse: use === ModelListModel.InUse
    /// Canter has brought it, so that it can be checked and deleted.
    readonly property bool brought: downloads.revision >= 0 && downloads.keeps(path)
    readonly property string checkText: downloads.revision >= 0 ? downloads.checkText(path) : ""
    readonly property bool usable: !problem || use !== ModelListModel.Idle

    signal openWanted()
    signal tuneWanted()
    signal copyWanted()
    signal folderWanted()
    signal removalWanted()
    signal deletionWanted()

    implicitHeight: content.implicitHeight + 2 * Theme.space4
    radius: Theme.cardRadius
    color: Theme.surface
    border.color: inUse ? Theme.accent : Theme.border
    Accessible.role: Accessible.Grouping
    Accessible.name: name
    Accessible.description: details

    RightClick { onClicked: menu.popup() }
    ColumnLayout {
        id: content

        anchors { left: parent.left; right: parent.right; top: parent.top; margins: Theme.space4 }
        spacing: Theme.space1

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.space2

            Label {
                Layout.fillWidth: true
                text: card.name
                font.pixelSize: Theme.titleSize
                font.weight: Font.DemiBold
                Accessible.role: Accessible.Heading
            }
            Badge {
                visible: card.starter
                text: qsTr("Starter")
            }
        }
        Label {
            Layout.fillWidth: true
            visible: text
            text: card.details
            color: Theme.muted
            wrapMode: Text.Wrap
            elide: Text.ElideNone
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.topMargin: Theme.space1
            visible: card.problem
            spacing: Theme.space2

            Icon {
                Layout.alignment: Qt.AlignTop
                Layout.topMargin: 3
                name: "alert"
                size: 18
                color: Theme.danger
            }
            SelectableText {
                Layout.fillWidth: true
                text: card.problem
            }
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.topMargin: Theme.space1
            visible: card.notes
            spacing: Theme.space2

            Icon {
                Layout.alignment: Qt.AlignTop
                Layout.topMargin: 3
                name: "info"
                size: 18
                color: Theme.warning
            }
            SelectableText {
                Layout.fillWidth: true
                text: card.notes
            }
        }
        Label {
            Layout.fillWidth: true
            visible: text
            text: card.memory
            color: card.memoryShort ? Theme.warning : Theme.muted
            wrapMode: Text.Wrap
        }
        Label {
            Layout.fillWidth: true
            visible: text
            text: card.adapter
            color: Theme.muted
            wrapMode: Text.Wrap
        }
        Label {
            Layout.fillWidth: true
            visible: text
            text: card.checkText
            color: Theme.muted
            wrapMode: Text.Wrap
        }
        DraftModelChoice {
            Layout.fillWidth: true
            visible: card.inUse && offered
            controller: card.controller
        }
        Label {
            Layout.fillWidth: true
            visible: !card.starter && !card.host
            text: card.path
            color: Theme.muted
            font.pixelSize: Theme.figureSize
            elide: Text.ElideMiddle
            HoverHandler { id: pathHover }
            Tip {
                visible: pathHover.hovered && parent.truncated
                text: card.path
            }
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.topMargin: Theme.space2
            spacing: Theme.space2

            TextButton {
                visible: !card.inUse
                enabled: card.use === ModelListModel.Idle
                strong: enabled && card.usable
                text: card.use === ModelListModel.Opening ? qsTr("Opening…")
                      : card.usable ? qsTr("Open") : qsTr("Try again")
                Accessible.description: card.name
                onClicked: card.openWanted()
            }
            RowLayout {
                Layout.rightMargin: Theme.space2
                visible: card.inUse
                spacing: Theme.space1

                Icon {
                    name: "check"
                    size: 18
                    color: Theme.accent
                }
                Label {
                    text: qsTr("In use")
                    color: Theme.accent
                    font.weight: Font.Medium
                }
            }
            TextButton {
                visible: card.inUse && card.adapterBeside
                text: qsTr("Try the adapter")
                Accessible.description: card.name
                onClicked: card.controller.tryAdapter(card.adapterBeside)
            }
            TextButton {
                visible: card.usable && !card.host
                text: qsTr("Tune…")
                symbol: "tune"
                Accessible.description: qsTr("Make an adapter for %1").arg(card.name)
                onClicked: card.tuneWanted()
            }
            Item { Layout.fillWidth: true }
            IconButton {
                id: more

                symbol: "more"
                text: qsTr("More")
                Accessible.description: card.name
                onClicked: menu.popup(more, 0, more.height + 2)

                Menu {
                    id: menu

                    MenuItem {
                        text: card.host ? qsTr("Copy address") : qsTr("Copy path")
                        symbol: "copy"
                        onTriggered: card.copyWanted()
                    }
                    MenuItem {
                        text: qsTr("Show in folder")
                        symbol: "open"
                        visible: !card.host
                        height: visible ? implicitHeight : 0
                        onTriggered: card.folderWanted()
                    }
                    MenuItem {
                        text: qsTr("Remove from the list")
                        symbol: "close"
                        enabled: card.removable
                        color: enabled ? Theme.text : Theme.muted
                        onTriggered: card.removalWanted()
                    }
                    MenuItem {
                        text: qsTr("Check the file again")
                        symbol: "check"
                        visible: card.brought
                        height: card.brought ? implicitHeight : 0
                        onTriggered: card.downloads.check(card.path)
                    }
                    MenuItem {
                        text: qsTr("Delete from the disk…")
                        symbol: "trash"
                        visible: card.brought
                        height: card.brought ? implicitHeight : 0
                        enabled: card.removable
                        color: enabled ? Theme.danger : Theme.muted
                        onTriggered: card.deletionWanted()
                    }
                }
            }
        }
    }
}
