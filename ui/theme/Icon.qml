import QtQuick
import QtQuick.Window

/// A symbol of the set in resources/icons. Says nothing to a screen reader: its button does.
Image {
    property string name
    property color color: Theme.text
    property int size: 20  ///< at 100 %

    width: Math.round(size * Theme.textScale)
    height: width
    sourceSize: Qt.size(width * Screen.devicePixelRatio, height * Screen.devicePixelRatio)
    source: name ? "image://icon/" + name + "/" + color.toString().slice(1) : ""
    Accessible.ignored: true
}
