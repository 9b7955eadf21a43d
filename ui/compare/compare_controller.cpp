#include "compare/compare_controller.h"

namespace canter::ui {

CompareController::CompareController(Session& session, QObject* parent)
    : QObject(parent), session_(session) {}

}  // namespace canter::ui
