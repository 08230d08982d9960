#include "ui/dialogs/measureshelp.h"

#include "ui/dialogs/helptopics.h"
#include "ui/theme.h"

#include <QCoreApplication>
#include <QDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace tokenledger {

namespace {

constexpr int TopicsWidth = 264;

class HelpWindow final : public QDialog {
    Q_DECLARE_TR_FUNCTIONS(tokenledger::HelpWindow)
public:
    explicit HelpWindow(QWidget* parent);
    void showTopic(const QString& id);

private:
    void fill(const QString& search);
    void showRow(int row);

    const std::vector<HelpPart> m_parts = helpParts();
    std::vector<const HelpTopic*> m_rows;  // of the list; nothing: a heading
    QLineEdit* m_search;
    QListWidget* m_list;
    QTextBrowser* m_text;
    QLabel* m_none;
};

HelpWindow::HelpWindow(QWidget* parent) : QDialog(parent) {
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("measuresHelp"));
    setWindowTitle(tr("Help"));
    resize(820, 600);
    auto* columns = new QHBoxLayout(this);
    columns->setContentsMargins(16, 16, 16, 16);
    columns->setSpacing(12);
    auto* left = new QVBoxLayout;
    left->setSpacing(8);
    m_search = new QLineEdit(this);
    m_search->setObjectName(QStringLiteral("helpSearch"));
    m_search->setPlaceholderText(tr("Search the help"));
    m_search->setAccessibleName(tr("Search the help"));
    m_search->setClearButtonEnabled(true);
    m_search->setFixedWidth(TopicsWidth);
    left->addWidget(m_search);
    m_list = new QListWidget(this);
    m_list->setObjectName(QStringLiteral("helpTopics"));
    m_list->setAccessibleName(tr("Topics"));
    m_list->setFixedWidth(TopicsWidth);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    left->addWidget(m_list, 1);
    m_none = new QLabel(tr("Nothing is said about that. Try another word."), this);
    m_none->setWordWrap(true);
    m_none->setProperty("role", QStringLiteral("muted"));
    left->addWidget(m_none);
    columns->addLayout(left);
    m_text = new QTextBrowser(this);
    m_text->setObjectName(QStringLiteral("helpText"));
    m_text->setAccessibleName(tr("What it says"));
    m_text->document()->setDocumentMargin(16);
    columns->addWidget(m_text, 1);
    connect(m_search, &QLineEdit::textChanged, this, &HelpWindow::fill);
    connect(m_list, &QListWidget::currentRowChanged, this, &HelpWindow::showRow);
    fill({});
}

void HelpWindow::fill(const QString& search) {
    m_list->clear();
    m_rows.clear();
    for (const HelpPart& part : m_parts) {
        bool headed = false;
        for (const HelpTopic& topic : part.topics) {
            if (!isAbout(topic, search)) continue;
            if (!headed) {
                auto* heading = new QListWidgetItem(part.title, m_list);
                heading->setFlags(Qt::NoItemFlags);
                heading->setFont(Look::font(TextStyle::SmallStrong));
                m_rows.push_back(nullptr);
                headed = true;
            }
            new QListWidgetItem(topic.title, m_list);
            m_rows.push_back(&topic);
        }
    }
    m_none->setVisible(m_rows.empty());
    if (m_rows.empty()) {
        m_text->clear();
    } else {
        m_list->setCurrentRow(1);  // the first is a heading
    }
}

void HelpWindow::showRow(int row) {
    if (row < 0 || m_rows[static_cast<std::size_t>(row)] == nullptr) return;
    m_text->setHtml(helpHtml(*m_rows[static_cast<std::size_t>(row)]));
}

void HelpWindow::showTopic(const QString& id) {
    m_search->clear();
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        if (m_rows[row] != nullptr && m_rows[row]->id == id) m_list->setCurrentRow(static_cast<int>(row));
    }
}

}  // namespace

void showHelp(QWidget* parent, const QString& topic) {
    auto* open = dynamic_cast<HelpWindow*>(parent->findChild<QDialog*>(QStringLiteral("measuresHelp")));
    if (open == nullptr) open = new HelpWindow(parent);
    open->showTopic(topic);
    open->show();
    open->raise();
    open->activateWindow();
}

}  // namespace tokenledger
