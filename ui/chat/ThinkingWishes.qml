import QtQuick
import Canter.Chat
import Canter.Session

/// What can be wished of the model's thinking, in words.
QtObject {
    required property ModelStatus model

    readonly property var all: [{ wish: ChatOptions.AsTheModelDoes, name: qsTr("As the model does") }]
        .concat(model.thinkingSwitch ? [{ wish: ChatOptions.Off, name: qsTr("Off") },
                                        { wish: ChatOptions.On, name: qsTr("On") }] : [])
        .concat(model.thinkingEffort ? [{ wish: ChatOptions.Low, name: qsTr("A little") },
                                        { wish: ChatOptions.Medium, name: qsTr("Some") },
                                        { wish: ChatOptions.High, name: qsTr("A lot") }] : [])

    /// `wish`, unless this model cannot follow it.
    function possible(wish) {
        return all.some(each => each.wish === wish) ? wish : ChatOptions.AsTheModelDoes
    }
}
