#include "ui/claudecodecontroller.h"

namespace tokenledger {

ClaudeCodeController::ClaudeCodeController(SessionController& controller, QObject* parent)
    : BarPictureController(controller, parent) {}

void ClaudeCodeController::setLayers(ClaudeCodeLayers layers) {
    if (layers == m_layers) return;
    m_layers = layers;
    refresh();
}

ClaudeCodeQuestion ClaudeCodeController::question() const {
    return {controller().filters(), controller().range(), m_layers, selected()};
}

QFuture<Result<ClaudeCodeActivity>> ClaudeCodeController::read(const ClaudeCodeQuestion& asked) {
    ClaudeCodeActivityRequest request;
    request.range = asked.range;
    request.interval = controller().interval();
    request.comparison = asked.filters.comparison;
    request.where = asked.filters.where();
    request.layers = asked.layers;
    request.selected = asked.selected;
    return controller().session()->claudeCodeActivity(request);
}

}  // namespace tokenledger
