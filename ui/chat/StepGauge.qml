import QtQuick
import Canter.Theme

/// How many tokens each of the last steps brought, as small bars; what was drafted is coloured.
Row {
    id: gauge

    required property var steps

    height: 14
    spacing: 1
    Accessible.role: Accessible.Indicator
    Accessible.name: qsTr("Tokens of the last steps: %1").arg(steps.slice(-6).join(", "))

    Repeater {
        model: gauge.steps.length

        Rectangle {
            required property int index
            readonly property int tokens: gauge.steps[index] ?? 0

            anchors.bottom: parent.bottom
            width: 2
            height: Math.min(gauge.height, 2 + 2 * tokens)
            color: tokens > 1 ? Theme.accent : Theme.muted
        }
    }
}
