import QtQuick
import QtQuick.Layouts
import Canter.Theme

/// The way to the pages beside the chats.
ColumnLayout {
    id: links

    required property string page
    property bool narrow: false
    signal pageWanted(string page)

    spacing: 2
    Accessible.role: Accessible.PageTabList
    Accessible.name: qsTr("Pages")

    Repeater {
        model: [
            { page: "compare", symbol: "compare", text: qsTr("Compare") },
            { page: "models", symbol: "model", text: qsTr("Models") },
            { page: "settings", symbol: "settings", text: qsTr("Settings") }
        ]

        PageLink {
            required property var modelData

            Layout.fillWidth: !links.narrow
            narrow: links.narrow
            symbol: modelData.symbol
            text: modelData.text
            checked: links.page === modelData.page
            onClicked: links.pageWanted(modelData.page)
        }
    }
}
