import QtQuick
import QtQuick.Layouts
import Canter.Theme
import Canter.Downloads

/// Asks for the access token. A download that waits for it goes on then.
Dialog {
    id: dialog

    required property DownloadsController downloads
    readonly property HubTokenController token: downloads.token
    property var waiting: -1  ///< number of a download; -1: none waits

    function ask(download) {
        waiting = download
        field.clear()
        token.refresh()
        open()
        field.forceActiveFocus()
    }

    title: qsTr("Access token for %1").arg(token.hub)

    Label {
        Layout.fillWidth: true
        text: qsTr("Accept the terms on the model's page first. You make a token there under your account's settings; one that may only read is enough.")
        color: Theme.muted
        wrapMode: Text.Wrap
        elide: Text.ElideNone
        lineHeight: 1.2
    }
    LineField {
        id: field

        Layout.fillWidth: true
        echoMode: TextInput.Password
        inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase
        Accessible.name: qsTr("Access token")
        onAccepted: if (text.trim()) dialog.token.keep(text)
    }
    Label {
        Layout.fillWidth: true
        text: qsTr("The token is kept in the system's keyring; where there is none, until Canter ends. It is shown to %1 alone.").arg(dialog.token.hub)
        font.pixelSize: Theme.figureSize
        color: Theme.muted
        wrapMode: Text.Wrap
        elide: Text.ElideNone
        lineHeight: 1.2
    }
    Label {
        Layout.fillWidth: true
        visible: text
        text: dialog.token.error
        color: Theme.danger
        wrapMode: Text.Wrap
        elide: Text.ElideNone
        lineHeight: 1.2
        Accessible.role: Accessible.AlertMessage
    }
    DialogButtons {
        TextButton {
            enabled: field.text.trim()
            strong: enabled
            text: dialog.waiting >= 0 ? qsTr("Keep it and go on") : qsTr("Keep it")
            onClicked: dialog.token.keep(field.text)
        }
        TextButton {
            text: qsTr("Cancel")
            onClicked: dialog.close()
        }
    }
    onClosed: field.clear()
    Connections {
        target: dialog.token
        enabled: dialog.opened
        function onKept() {
            dialog.close()
            if (dialog.waiting >= 0) dialog.downloads.resume(dialog.waiting)
        }
    }
}
