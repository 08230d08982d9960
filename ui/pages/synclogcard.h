// The request log: its table, failed ones only where that is asked, and the chosen answer in plain words. GUI thread.
#pragma once

#include "app/reports/synclog.h"
#include "ui/widgets/card.h"

namespace tokenledger {

class Button;
class Notice;
class SyncLogTable;

class SyncLogCard : public Card {
    Q_OBJECT
public:
    explicit SyncLogCard(const Look& look, QWidget* parent = nullptr);

    void setLog(const std::shared_ptr<const SyncLog>& log);

signals:
    void orderWanted(const tokenledger::LogOrder& order);
    void exportRequested();

private:
    void showAnswer();
    void updateOrder();

    SyncLogTable* m_table;
    Button* m_failedOnly;
    Notice* m_answer;
    LogOrder m_order;
};

}  // namespace tokenledger
