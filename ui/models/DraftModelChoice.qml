import QtQuick
import QtQuick.Layouts
import Canter.Theme
import Canter.Models

/// Which other model drafts for the open one.
RowLayout {
    id: choice

    required property ModelsController controller
    readonly property var chosen: controller.draftModels.find(each => each.path === controller.draftModel)

    readonly property bool offered: controller.draftModels.length > 0

    spacing: Theme.space2

    Label {
        text: qsTr("Drafts from")
        color: Theme.muted
    }
    TextButton {
        id: button

        Layout.fillWidth: true
        Layout.maximumWidth: implicitWidth
        implicitHeight: Theme.smallControlHeight
        font.pixelSize: Theme.figureSize
        text: choice.chosen ? choice.chosen.name : qsTr("no other model")
        Accessible.name: qsTr("Drafts from %1").arg(text)
        Accessible.description: tip.text
        onClicked: menu.popup(button, 0, button.height + 2)

        Tip {
            id: tip
            visible: button.hovered && !menu.visible
            text: qsTr("A much smaller model with the same vocabulary can draft for this one. Answers stay the same, and come sooner where its guesses are good.")
        }
        Menu {
            id: menu

            MenuItem {
                text: qsTr("No other model")
                symbol: choice.chosen ? "" : "check"
                Accessible.checked: !choice.chosen
                onTriggered: choice.controller.draftWith("")
            }
            Instantiator {
                model: choice.controller.draftModels
                onObjectAdded: (index, item) => menu.insertItem(index + 1, item)
                onObjectRemoved: (index, item) => menu.removeItem(item)

                MenuItem {
                    required property var modelData

                    text: modelData.size ? `${modelData.name} · ${modelData.size}` : modelData.name
                    symbol: modelData.path === choice.controller.draftModel ? "check" : ""
                    Accessible.checked: modelData.path === choice.controller.draftModel
                    onTriggered: choice.controller.draftWith(modelData.path)
                }
            }
        }
    }
    Item { Layout.fillWidth: true }
}
