import QtQuick

/// A right click: told as soon as the button is down, so one that is held long counts too.
TapHandler {
    signal clicked()

    acceptedDevices: PointerDevice.Mouse | PointerDevice.TouchPad
    acceptedButtons: Qt.RightButton
    onPressedChanged: if (pressed) clicked()
}
