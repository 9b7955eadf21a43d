import QtQuick

/// Something that can be done wherever one is, by key or from the palette.
Shortcut {
    required property string name
    readonly property string keys: nativeText
}
