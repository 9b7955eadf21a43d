import QtQuick

/// A word about something, beside its name.
Rectangle {
    property alias text: words.text

    implicitWidth: words.implicitWidth + 2 * Theme.space2
    implicitHeight: words.implicitHeight + Theme.space1
    radius: height / 2
    color: Theme.accentSoft

    Label {
        id: words

        anchors.centerIn: parent
        color: Theme.accent
        font.pixelSize: Theme.figureSize
    }
}
