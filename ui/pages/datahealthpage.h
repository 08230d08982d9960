// Data health: can the figures be trusted? Completeness day by day, every request, the cache file, and what can be done
// with it. GUI thread.
#pragma once

#include "ui/healthcontroller.h"
#include "ui/models/displaytable.h"
#include "ui/pages/page.h"

class QBoxLayout;

namespace tokenledger {

class Button;
class CacheCard;
class Card;
class CompletenessCard;
class DataTable;
class Dialogs;
class PurgePopup;
class SyncLogCard;

class DataHealthPage : public Page {
    Q_OBJECT
public:
    DataHealthPage(const Look& look, SessionController& controller, HealthController& health, Dialogs& dialogs,
                   QWidget* parent = nullptr);

    [[nodiscard]] std::vector<NamedReport> exports() const override;
    [[nodiscard]] bool followsPeriodOnly() const override { return true; }

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QWidget* buildHeader();
    void exportOne(std::size_t which);
    Button* makeButton(const QString& text, const char* name);
    void connectHealth();
    void showHealth();
    /// A card with a list of the catalogue; shown only when there is something in it.
    struct ListCard {
        Card* card = nullptr;
        DataTable* table = nullptr;
        QString title = {};
    };
    ListCard makeListCard(const QString& title, const char* cardName, const char* tableName, std::size_t place);
    /// `most`: rows that the window shows of it; `about`: what they are.
    static void showList(const ListCard& list, const std::shared_ptr<const Table>& report,
                         DisplayTable (*make)(const Table&), std::size_t most, const QString& about);
    void showRestatements();
    void showAudit();
    void updateState();
    void updateNotice();
    void updateButtons();
    void backUp();
    void askForPurge();
    void confirmPurge(const DateRange& range, const std::vector<Dataset>& datasets,
                      const std::vector<StoredDays>& stored);
    void tell(HealthController::Task task, const Error& error);
    void arrange();

    HealthController& m_health;
    Dialogs& m_dialogs;
    Button* m_verify;
    Button* m_backUp;
    Button* m_export;
    Button* m_purge;
    CompletenessCard* m_map;
    QBoxLayout* m_lower;
    SyncLogCard* m_log;
    CacheCard* m_cache;
    ListCard m_restatements;
    ListCard m_audit;
};

}  // namespace tokenledger
