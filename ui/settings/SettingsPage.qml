import QtQuick
import Canter.Theme
import Canter.Settings

Page {
    id: page

    required property SettingsController controller

    title: qsTr("Settings")
}
