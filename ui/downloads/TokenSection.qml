import QtQuick
import QtQuick.Layouts
import Canter.Theme
import Canter.Downloads

/// Whether there is an access token, and what to do about it.
ColumnLayout {
    id: section

    required property HubTokenController token
    signal tokenWanted()

    spacing: Theme.space2

    Label {
        text: qsTr("Access token")
        font.pixelSize: Theme.titleSize
        font.weight: Font.DemiBold
        Accessible.role: Accessible.Heading
    }
    Label {
        Layout.fillWidth: true
        text: section.token.place
        color: Theme.muted
        font.pixelSize: Theme.figureSize
        wrapMode: Text.Wrap
        elide: Text.ElideNone
    }
    Flow {
        Layout.fillWidth: true
        spacing: Theme.space2

        TextButton {
            text: section.token.known ? qsTr("Enter another…") : qsTr("Enter a token…")
            onClicked: section.tokenWanted()
        }
        TextButton {
            visible: section.token.forgettable
            text: qsTr("Forget it")
            onClicked: section.token.forget()
        }
    }
}
