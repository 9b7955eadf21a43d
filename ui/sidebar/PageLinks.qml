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

    component Link: PageLink {
        required property string page

        Layout.fillWidth: !links.narrow
        narrow: links.narrow
        checked: links.page === page || page === "models" && links.page === "get"
        onClicked: links.pageWanted(page)
    }

    Link { page: "compare"; symbol: "compare"; text: qsTr("Compare") }
    Link { page: "models"; symbol: "model"; text: qsTr("Models") }
    Link { page: "settings"; symbol: "settings"; text: qsTr("Settings") }
}
