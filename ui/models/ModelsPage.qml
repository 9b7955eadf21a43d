import QtQuick
import Canter.Theme
import Canter.Models

Page {
    id: page

    required property ModelsController controller

    title: qsTr("Models")
}
