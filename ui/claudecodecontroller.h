// Behind the Claude Code page: the picture of the chosen layers and the selected bar. GUI thread.
#pragma once

#include "ui/barpicturecontroller.h"

namespace tokenledger {

struct ClaudeCodeQuestion {
    FilterState filters;
    DateRange range;
    ClaudeCodeLayers layers = ClaudeCodeLayers::Terminal;
    std::optional<DateRange> selected;
    friend bool operator==(const ClaudeCodeQuestion&, const ClaudeCodeQuestion&) = default;
};

class ClaudeCodeController : public BarPictureController<ClaudeCodeQuestion, ClaudeCodeActivity> {
    Q_OBJECT
public:
    explicit ClaudeCodeController(SessionController& controller, QObject* parent = nullptr);

    [[nodiscard]] ClaudeCodeLayers layers() const { return m_layers; }
    void setLayers(ClaudeCodeLayers layers);

protected:
    [[nodiscard]] ClaudeCodeQuestion question() const override;
    [[nodiscard]] QFuture<Result<ClaudeCodeActivity>> read(const ClaudeCodeQuestion& asked) override;

private:
    ClaudeCodeLayers m_layers = ClaudeCodeLayers::Terminal;
};

}  // namespace tokenledger
