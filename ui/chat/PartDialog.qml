import QtQuick
import QtQuick.Layouts
import Canter.Theme
import Canter.Chat

/// Asks which part of a file that is too long goes with the message.
Dialog {
    id: dialog

    required property PartChoice choice

    function ask() {
        choice.begin()
        open()
    }

    title: qsTr("Which part of “%1”?").arg(choice.name)
    onOpened: firstField.field.forceActiveFocus()

    component PartField: RowLayout {
        id: part

        property string text
        property int number
        property alias field: field
        signal chosen(int number)

        spacing: Theme.space2

        Label {
            text: part.text
            Accessible.ignored: true
        }
        LineField {
            id: field

            implicitWidth: 80 * Math.max(1, Theme.textScale * 0.8)
            text: part.number
            inputMethodHints: Qt.ImhDigitsOnly
            validator: RegularExpressionValidator { regularExpression: /\d{0,6}/ }
            Accessible.name: part.text
            onTextEdited: if (Number(text) >= 1) part.chosen(Number(text))
            onEditingFinished: text = Qt.binding(() => part.number)
            Keys.onUpPressed: part.chosen(part.number + 1)
            Keys.onDownPressed: part.chosen(part.number - 1)
        }
    }

    Flow {
        Layout.fillWidth: true
        spacing: Theme.space3

        PartField {
            id: firstField

            text: dialog.choice.pages ? qsTr("From page") : qsTr("Part")
            number: dialog.choice.first
            onChosen: number => dialog.choice.first = number
        }
        PartField {
            visible: dialog.choice.pages
            text: qsTr("to page")
            number: dialog.choice.last
            onChosen: number => dialog.choice.last = number
        }
        Label {
            height: firstField.height
            verticalAlignment: Text.AlignVCenter
            text: qsTr("of %L1").arg(dialog.choice.count)
            color: Theme.muted
        }
    }
    Label {
        Layout.fillWidth: true
        text: dialog.choice.size
        color: dialog.choice.fits ? Theme.muted : Theme.warning
        wrapMode: Text.Wrap
    }
    Label {
        Layout.fillWidth: true
        text: dialog.choice.beginning
        textFormat: Text.PlainText
        font.pixelSize: Theme.figureSize
        color: Theme.muted
        wrapMode: Text.Wrap
        elide: Text.ElideNone
        lineHeight: 1.3
    }
    DialogButtons {
        TextButton {
            strong: true
            text: qsTr("Take this part")
            onClicked: {
                dialog.choice.accept()
                dialog.close()
            }
        }
        TextButton {
            text: qsTr("Cancel")
            onClicked: dialog.close()
        }
    }
}
