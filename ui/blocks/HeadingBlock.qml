import QtQuick
import Canter.Theme

RichText {
    required property int level

    font.pixelSize: level <= 1 ? Theme.headingSize : level === 2 ? Theme.subheadingSize : Theme.titleSize
    font.weight: Font.DemiBold
    lineSpacing: Math.round(font.pixelSize * 1.35)
    Accessible.role: Accessible.Heading
}
