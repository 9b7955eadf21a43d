import QtQuick
import Canter.Theme
import Canter.Compare

Page {
    id: page

    required property CompareController controller

    title: qsTr("Compare")
}
