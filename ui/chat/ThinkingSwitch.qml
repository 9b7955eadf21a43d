import QtQuick
import Canter.Theme
import Canter.Chat
import Canter.Session

/// Whether the model thinks before it answers, where one can say.
Toggle {
    required property ChatOptions options
    required property ModelStatus model

    readonly property bool chosen: options.thinking === ChatOptions.Off
                                   || options.thinking === ChatOptions.On
                                   || options.thinking !== ChatOptions.AsTheModelDoes && model.thinkingEffort

    visible: model.thinkingSwitch
    wraps: false
    text: qsTr("Think")
    checked: chosen ? options.thinking !== ChatOptions.Off : model.thinksByDefault
    Accessible.description: qsTr("The model thinks before it answers")
    onToggled: options.thinking = checked ? ChatOptions.On : ChatOptions.Off
}
