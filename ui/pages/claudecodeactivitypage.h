// The Claude Code page: one sentence, the note that its dollars are an estimate, six tiles, activity over time, the
// tools, and the people. Follows its controller. GUI thread.
#pragma once

#include "ui/claudecodecontroller.h"
#include "ui/pages/picturepage.h"

#include <array>

class QGridLayout;

namespace tokenledger {

class ClaudeCodeCards;
class Tile;

class ClaudeCodeActivityPage : public PicturePage {
    Q_OBJECT
public:
    ClaudeCodeActivityPage(const Look& look, SessionController& controller, ClaudeCodeController& code,
                           Settings& settings, QWidget* parent = nullptr);

    [[nodiscard]] std::vector<NamedReport> exports() const override;

protected:
    void showPicture() override;
    void setOutdated(const QString& since) override;
    [[nodiscard]] QDateTime asOf() const override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void makeTiles();
    void connectCards();
    [[nodiscard]] ValueColours assignedColours();
    void arrange();

    ClaudeCodeController& m_code;
    Settings& m_settings;
    QGridLayout* m_tileGrid;
    std::array<Tile*, 6> m_tiles{};
    ClaudeCodeCards* m_cards;
    int m_tileColumns = 0;
};

}  // namespace tokenledger
