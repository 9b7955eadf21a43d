import QtQuick
import Canter.Theme
import Canter.Chat
import Canter.Session

/// How much the model thinks before it answers, where it always does.
TextButton {
    id: level

    required property ChatOptions options
    required property ModelStatus model
    readonly property int chosen: wishes.possible(options.thinking)
    readonly property string chosenName: wishes.all.find(each => each.wish === chosen).name

    visible: model.thinkingEffort && !model.thinkingSwitch
    implicitHeight: Theme.smallControlHeight
    quiet: true
    color: Theme.muted
    font.pixelSize: Theme.figureSize
    text: chosen === ChatOptions.AsTheModelDoes ? qsTr("Think") : qsTr("Think: %1").arg(chosenName)
    Accessible.description: qsTr("How much the model thinks before it answers")
    onClicked: menu.open()

    ThinkingWishes {
        id: wishes
        model: level.model
    }
    Menu {
        id: menu

        y: -height - Theme.space1

        Instantiator {
            model: wishes.all
            onObjectAdded: (index, item) => menu.insertItem(index, item)
            onObjectRemoved: (index, item) => menu.removeItem(item)

            MenuItem {
                required property var modelData

                text: modelData.name
                symbol: modelData.wish === level.chosen ? "check" : ""
                Accessible.checked: modelData.wish === level.chosen
                onTriggered: level.options.thinking = modelData.wish
            }
        }
    }
}
