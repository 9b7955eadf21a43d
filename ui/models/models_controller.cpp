#include "models/models_controller.h"

namespace canter::ui {

ModelsController::ModelsController(Session& session, QObject* parent)
    : QObject(parent), session_(session) {}

}  // namespace canter::ui
