import QtQuick
import QtQuick.Layouts
import Canter.Theme
import Canter.Remote

/// Adds a model of a server: address and key, then which of its models.
Dialog {
    id: dialog

    required property RemoteController remote
    readonly property bool looking: remote.state === RemoteController.Looking
    readonly property bool choosing: remote.state === RemoteController.Choosing
    readonly property string example: "http://localhost:11434/v1"
    signal added(string source)

    function ask() {
        more.unfolded = false
        for (const field of [address, key, keyFile, certificates]) field.clear()
        remote.begin()
        open()
        address.forceActiveFocus()
    }
    function look() {
        remote.look(address.text, key.text, keyFile.text, certificates.text)
    }

    title: qsTr("Add an address")
    onClosed: remote.begin()

    // What is done with makes room, so that a small window holds the rest at any size of text.
    Label {
        Layout.fillWidth: true
        visible: !dialog.choosing && !more.unfolded
        text: qsTr("Of Ollama, LM Studio, vLLM, llama.cpp's server, or a provider with OpenAI's interface. What you write in chats with its models is sent there.")
        color: Theme.muted
        wrapMode: Text.Wrap
        elide: Text.ElideNone
        lineHeight: 1.2
    }
    LineField {
        id: address

        Layout.fillWidth: true
        placeholderText: dialog.example
        inputMethodHints: Qt.ImhUrlCharactersOnly | Qt.ImhNoAutoUppercase
        Accessible.name: qsTr("Address")
        onTextEdited: dialog.remote.begin()
        onAccepted: dialog.look()
    }
    LineField {
        id: key

        Layout.fillWidth: true
        visible: !dialog.choosing
        placeholderText: qsTr("Key, if it asks for one")
        echoMode: text.startsWith("$") ? TextInput.Normal : TextInput.Password
        inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase
        Accessible.name: qsTr("Key")
        onTextEdited: dialog.remote.begin()
        onAccepted: dialog.look()
    }
    Label {
        Layout.fillWidth: true
        visible: !dialog.choosing
        text: qsTr("The key is kept in the system's keyring; where there is none, until Canter ends. $NAME takes it from that variable.")
        font.pixelSize: Theme.figureSize
        color: Theme.muted
        wrapMode: Text.Wrap
        elide: Text.ElideNone
        lineHeight: 1.2
    }
    FoldButton {
        id: more

        visible: !dialog.choosing
        text: qsTr("Key file and certificates")
        onClicked: unfolded = !unfolded
    }
    LineField {
        id: keyFile

        Layout.fillWidth: true
        visible: !dialog.choosing && more.unfolded
        placeholderText: qsTr("File whose first line is the key")
        Accessible.name: placeholderText
        onTextEdited: dialog.remote.begin()
        onAccepted: dialog.look()
    }
    LineField {
        id: certificates

        Layout.fillWidth: true
        visible: !dialog.choosing && more.unfolded
        placeholderText: qsTr("Certificates to trust there (PEM file)")
        Accessible.name: placeholderText
        onTextEdited: dialog.remote.begin()
        onAccepted: dialog.look()
    }
    Label {
        Layout.fillWidth: true
        visible: text
        text: dialog.remote.error
        color: Theme.danger
        wrapMode: Text.Wrap
        elide: Text.ElideNone
        lineHeight: 1.2
        Accessible.role: Accessible.AlertMessage
    }
    ElsewhereNote {
        Layout.fillWidth: true
        text: dialog.remote.place
    }
    ServerModels {
        Layout.fillWidth: true
        visible: dialog.choosing && (dialog.remote.models.count > 0 || dialog.remote.models.many)
        remote: dialog.remote
    }
    DialogButtons {
        TextButton {
            visible: dialog.choosing
            enabled: dialog.remote.chosen
            strong: enabled
            text: qsTr("Add and open")
            onClicked: dialog.remote.add()
        }
        TextButton {
            visible: !dialog.choosing
            enabled: address.text.trim() && !dialog.looking
            strong: enabled
            text: dialog.looking ? qsTr("Looking…") : qsTr("Look for its models")
            onClicked: dialog.look()
        }
        TextButton {
            visible: dialog.choosing
            text: qsTr("Back")
            onClicked: dialog.remote.begin()
        }
        TextButton {
            text: qsTr("Cancel")
            onClicked: dialog.close()
        }
    }
    Connections {
        target: dialog.remote
        function onAdded(source) {
            dialog.close()
            dialog.added(source)
        }
    }
}
