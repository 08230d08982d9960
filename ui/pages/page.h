// What every page of the window is made of: a header, what is the matter if anything, its cards in a scrolling column,
// and a plain state instead of them where there is nothing to draw. GUI thread.
#pragma once

#include "ui/namedreport.h"
#include "ui/pagelist.h"
#include "ui/pages/overviewnotices.h"
#include "ui/theme.h"

#include <QImage>
#include <QWidget>

class QHBoxLayout;
class QStackedLayout;
class QVBoxLayout;

namespace tokenledger {

class TextLine;

class Page : public QWidget {
    Q_OBJECT
public:
    /// What can be exported of it now.
    [[nodiscard]] virtual std::vector<NamedReport> exports() const = 0;
    /// Of the filter bar, only the period matters here.
    [[nodiscard]] virtual bool followsPeriodOnly() const { return false; }

signals:
    void exportRequested(const tokenledger::NamedReport& report);
    /// exports() gives others.
    void exportsChanged();
    void savePictureRequested(const QImage& picture, const QString& name);
    /// For the status bar: the sum of a selection, or what has been done.
    void said(const QString& sentence);
    /// The rows of a number are there.
    void pageWanted(tokenledger::PageId page);
    void helpWanted(tokenledger::HelpAction action);
    void detailWanted(const QString& text);

protected:
    /// Object names of the parts that tests and style sheets look for.
    struct Names {
        const char* page;
        const char* scroll;
        const char* notice;
        const char* state;
        const char* sentence;
    };
    static constexpr int Padding = 16;  // at the sides
    static constexpr int Gap = 12;      // between cards

    /// Header and notice come first in column(); the controller outlives the page.
    Page(const Look& look, SessionController& controller, const Names& names, QWidget* parent);

    [[nodiscard]] const Look& look() const { return m_look; }
    [[nodiscard]] SessionController& controller() const { return m_controller; }
    /// Parent of what goes into column().
    [[nodiscard]] QWidget* content() const { return m_content; }
    [[nodiscard]] QVBoxLayout* column() const { return m_column; }
    /// A line of title and sentence, 28 px high; more may be added at its right.
    QHBoxLayout* makeTitleLine(const QString& title, QWidget* line);
    [[nodiscard]] TextLine& sentence() const { return *m_sentence; }
    /// The header, made by the page, above the notice.
    void setHeader(QWidget* header);

    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }
    void setError(std::optional<Error> error) { m_error = std::move(error); }
    void setNotice(const NoticeChoice& choice);
    [[nodiscard]] virtual NoticeChoice usualNotice() const { return noticeFor(m_controller, m_error, keyFilterNote()); }
    /// What of the bill is shown here although it does not follow a filter by API key; empty: nothing.
    [[nodiscard]] virtual QString keyFilterNote() const { return {}; }
    /// Cards, state or nothing yet. `canShow`: the cards have something to show, or are about to.
    void showCardsOrState(bool hasPicture, bool canShow);

private:
    const Look& m_look;
    SessionController& m_controller;
    const Names m_names;
    QStackedLayout* m_stack;
    QWidget* m_content;
    QVBoxLayout* m_column;
    TextLine* m_sentence = nullptr;
    Notice* m_notice;
    StatePage* m_state;
    HelpAction m_noticeAction = HelpAction::None;
    HelpAction m_stateAction = HelpAction::None;
    std::optional<Error> m_error;
};

}  // namespace tokenledger
