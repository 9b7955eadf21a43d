import QtQuick
import QtQuick.Layouts
import Canter.Theme
import Canter.Settings

Section {
    id: section

    required property Appearance appearance

    title: qsTr("Appearance")
    resettable: true
    onResetWanted: appearance.reset()

    SettingRow {
        text: qsTr("Theme")
        note: section.appearance.themeFixed
              ? qsTr("This run was started with a theme of its own. The choice is for the next.") : ""

        component ThemeChoice: Choice {
            required property string theme

            checked: section.appearance.theme === theme
            onClicked: section.appearance.theme = theme
        }

        ThemeChoice { theme: "system"; text: qsTr("System") }
        ThemeChoice { theme: "light"; text: qsTr("Light") }
        ThemeChoice { theme: "dark"; text: qsTr("Dark") }
    }
    ValueSlider {
        Layout.fillWidth: true
        text: qsTr("Text size")
        valueText: qsTr("%1 %").arg(value)
        from: 80
        to: 200
        stepSize: 10
        value: section.appearance.textPercent
        onChanged: value => section.appearance.textPercent = Math.round(value)
    }
    SettingRow {
        text: qsTr("Language")
        note: section.appearance.languageFixed
              ? qsTr("This run was started in a language of its own. The choice is for the next.") : ""

        Choice {
            text: qsTr("System")
            checked: section.appearance.language === ""
            onClicked: section.appearance.language = ""
        }
        Repeater {
            model: section.appearance.languages

            Choice {
                required property var modelData

                text: modelData.name
                checked: section.appearance.language === modelData.code
                onClicked: section.appearance.language = modelData.code
            }
        }
    }
    Toggle {
        text: qsTr("Reduce motion")
        checked: section.appearance.lessMotion
        onToggled: section.appearance.lessMotion = checked
    }
}
