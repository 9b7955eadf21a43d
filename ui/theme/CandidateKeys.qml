import QtQuick

/// Takes the keys by which an input method's candidate is confirmed, left or changed, before `field`
/// does: they arrive where the input method looks at them and passes them on.
Item {
    required property Item field

    Keys.onPressed: event => {
        const keys = [Qt.Key_Return, Qt.Key_Enter, Qt.Key_Escape, Qt.Key_Up, Qt.Key_Down]
        event.accepted = field.inputMethodComposing && keys.includes(event.key)
    }
}
