import QtQuick
import QtQuick.Window

/// A symbol of the set in resources/icons. Says nothing to a screen reader: its button does.
Item {
    id: icon

    property string name
    property color color: Theme.text
    property int size: 20  ///< at 100 %

    implicitWidth: Math.round(size * Theme.textScale)
    implicitHeight: implicitWidth
    Accessible.ignored: true

    Image {
        anchors.fill: parent
        sourceSize: Qt.size(icon.implicitWidth * Screen.devicePixelRatio,
                            icon.implicitHeight * Screen.devicePixelRatio)
        source: icon.name ? "image://icon/" + icon.name + "/" + icon.color.toString().slice(1) : ""
        Accessible.ignored: true
    }
}
