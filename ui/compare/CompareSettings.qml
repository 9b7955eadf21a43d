import QtQuick
import QtQuick.Layouts
import Canter.Theme
import Canter.Compare

/// How both answer.
Flow {
    id: settings

    required property CompareController controller

    spacing: Theme.space2

    /// Stays on one line where there is room for it.
    component Group: Flow {
        readonly property real wanted: Array.from(children).filter(child => child.visible && child.width > 0)
            .reduce((sum, child) => sum + child.width + spacing, rightPadding)

        width: Math.min(settings.width, Math.ceil(wanted))
        spacing: Theme.space2
        rightPadding: Theme.space2
    }
    component Name: Label {
        height: Theme.smallControlHeight
        verticalAlignment: Text.AlignVCenter
        rightPadding: Theme.space1
        font.pixelSize: Theme.figureSize
        color: Theme.muted
    }
    component Figure: LineField {
        height: Theme.smallControlHeight
        width: 3 * Theme.textSize + 2 * Theme.space2
        leftPadding: Theme.space2
        rightPadding: Theme.space2
        topPadding: 0
        bottomPadding: 0
        font.pixelSize: Theme.figureSize
    }

    Group {
        Name { text: qsTr("Words") }
        Choice {
            text: qsTr("Greedy")
            checked: !settings.controller.sampled
            onClicked: settings.controller.sampled = false
        }
        Choice {
            text: qsTr("Sampled")
            checked: settings.controller.sampled
            onClicked: settings.controller.sampled = true
            Accessible.description: qsTr("At random, both ways with the same numbers")
        }
        Name {
            visible: settings.controller.sampled
            text: qsTr("Temperature")
        }
        Figure {
            visible: settings.controller.sampled
            text: settings.controller.temperature.toLocaleString(Qt.locale(), "f", 1)
            validator: DoubleValidator { bottom: 0.1; top: 2; decimals: 2 }
            Accessible.name: qsTr("Temperature")
            onEditingFinished: settings.controller.temperature = Number.fromLocaleString(Qt.locale(), text)
        }
        Name {
            visible: settings.controller.sampled
            text: qsTr("Seed")
        }
        Figure {
            visible: settings.controller.sampled
            width: 4 * Theme.textSize + 2 * Theme.space2
            text: settings.controller.seed
            validator: IntValidator { bottom: 0; top: 999999 }
            Accessible.name: qsTr("Seed")
            onEditingFinished: settings.controller.seed = parseInt(text)
        }
    }
    Group {
        Name { text: qsTr("Maximum length") }
        Repeater {
            model: [64, 128, 256, 512]

            Choice {
                required property int modelData
                text: modelData.toLocaleString(Qt.locale(), "f", 0)
                checked: settings.controller.maxTokens === modelData
                onClicked: settings.controller.maxTokens = modelData
                Accessible.name: qsTr("At most %n token(s)", "", modelData)
            }
        }
        Name { text: qsTr("tokens") }
    }
}
