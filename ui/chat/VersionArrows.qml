import QtQuick
import Canter.Theme

/// Walks the versions of a message.
Row {
    id: arrows

    required property int version
    required property int versions
    signal stepWanted(int step)

    visible: versions > 1

    IconButton {
        implicitWidth: 24
        implicitHeight: 28
        symbol: arrows.LayoutMirroring.enabled ? "next" : "previous"
        symbolSize: 16
        symbolColor: enabled ? Theme.muted : Theme.border
        text: qsTr("Earlier version")
        enabled: arrows.version > 1
        onClicked: arrows.stepWanted(-1)
    }
    Label {
        anchors.verticalCenter: parent.verticalCenter
        text: qsTr("%1/%2").arg(arrows.version).arg(arrows.versions)
        font.pixelSize: Theme.figureSize
        color: Theme.muted
        Accessible.name: qsTr("Version %1 of %2").arg(arrows.version).arg(arrows.versions)
    }
    IconButton {
        implicitWidth: 24
        implicitHeight: 28
        symbol: arrows.LayoutMirroring.enabled ? "previous" : "next"
        symbolSize: 16
        symbolColor: enabled ? Theme.muted : Theme.border
        text: qsTr("Later version")
        enabled: arrows.version < arrows.versions
        onClicked: arrows.stepWanted(1)
    }
}
