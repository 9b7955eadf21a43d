import QtQuick
import Canter.Theme

/// Walks the versions of a message.
Row {
    id: arrows

    required property int version
    required property int versions
    signal stepWanted(int step)

    visible: versions > 1

    component Arrow: IconButton {
        required property int step

        space: 8
        implicitHeight: Theme.smallControlHeight
        symbol: (step < 0) === arrows.LayoutMirroring.enabled ? "next" : "previous"
        symbolSize: 16
        symbolColor: enabled ? Theme.muted : Theme.border
        enabled: arrows.version + step >= 1 && arrows.version + step <= arrows.versions
        onClicked: arrows.stepWanted(step)
    }

    Arrow {
        step: -1
        text: qsTr("Earlier version")
    }
    Label {
        anchors.verticalCenter: parent.verticalCenter
        text: qsTr("%1/%2").arg(arrows.version).arg(arrows.versions)
        font.pixelSize: Theme.figureSize
        color: Theme.muted
        Accessible.name: qsTr("Version %1 of %2").arg(arrows.version).arg(arrows.versions)
    }
    Arrow {
        step: 1
        text: qsTr("Later version")
    }
}
