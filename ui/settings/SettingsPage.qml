import QtQuick
import QtQuick.Layouts
import Canter.Theme
import Canter.Models
import Canter.Settings
import Canter.Sidebar

Page {
    id: page

    required property SettingsController controller
    required property ModelsController models
    required property ServerController server
    required property Appearance appearance
    required property ImportController imports
    signal importWanted()

    title: qsTr("Settings")
    onVisibleChanged: if (visible) controller.refresh()

    AppearanceSection {
        Layout.fillWidth: true
        appearance: page.appearance
    }
    ComputingSection {
        Layout.fillWidth: true
        controller: page.controller
        models: page.models
    }
    ServerSection {
        Layout.fillWidth: true
        controller: page.server
    }
    DataSection {
        Layout.fillWidth: true
        controller: page.controller
        imports: page.imports
        onImportWanted: page.importWanted()
    }
    Section {
        Layout.fillWidth: true
        title: qsTr("About")

        Label {
            Layout.fillWidth: true
            text: qsTr("Canter %1. Free software under the GNU General Public License, version 3. It comes without any warranty.").arg(page.controller.version)
            wrapMode: Text.Wrap
            elide: Text.ElideNone
        }
    }
}
