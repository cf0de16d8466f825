<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>DiffText</name>
    <message numerus="yes">
        <source>%n differences follow from the date and are left out.</source>
        <translation>
            <numerusform>%n difference follows from the date and is left out.</numerusform>
            <numerusform>%n differences follow from the date and are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GridView</name>
    <message numerus="yes">
        <source>%n row(s) written to %1. Of %2 long cells only the first part.</source>
        <translation>
            <numerusform>%n row written to %1. Of %2 long cells only the first part.</numerusform>
            <numerusform>%n rows written to %1. Of %2 long cells only the first part.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) written to %1.</source>
        <translation>
            <numerusform>%n row written to %1.</numerusform>
            <numerusform>%n rows written to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ParamWords</name>
    <message numerus="yes">
        <source>At least %n characters</source>
        <translation>
            <numerusform>At least %n character</numerusform>
            <numerusform>At least %n characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %n characters</source>
        <translation>
            <numerusform>At most %n character</numerusform>
            <numerusform>At most %n characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SchemaBrowser</name>
    <message numerus="yes">
        <source>%1: about %2 row(s), %3</source>
        <translation>
            <numerusform>%1: about %2 row, %3</numerusform>
            <numerusform>%1: about %2 rows, %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopicRows</name>
    <message numerus="yes">
        <source>%n partition(s) without a leader</source>
        <translation>
            <numerusform>%n partition without a leader</numerusform>
            <numerusform>%n partitions without a leader</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n partition(s) with too few copies in sync</source>
        <translation>
            <numerusform>%n partition with too few copies in sync</numerusform>
            <numerusform>%n partitions with too few copies in sync</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WhyNotRunning</name>
    <message numerus="yes">
        <source>%n tasks</source>
        <translation>
            <numerusform>%n task</numerusform>
            <numerusform>%n tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It will not run: %n tasks before it ended badly.</source>
        <translation>
            <numerusform>It will not run: %n task before it ended badly.</numerusform>
            <numerusform>It will not run: %n tasks before it ended badly.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorkText</name>
    <message numerus="yes">
        <source>%n more instances</source>
        <translation>
            <numerusform>%n more instance</numerusform>
            <numerusform>%n more instances</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::app::ComposeCard</name>
    <message numerus="yes">
        <source>Import %n service(s)</source>
        <translation>
            <numerusform>Import %n service</numerusform>
            <numerusform>Import %n services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n service(s) recognised</source>
        <translation>
            <numerusform>%1 of %n service recognised</numerusform>
            <numerusform>%1 of %n services recognised</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::app::ConnectCard</name>
    <message numerus="yes">
        <source>Connect %n service(s)</source>
        <translation>
            <numerusform>Connect %n service</numerusform>
            <numerusform>Connect %n services</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::app::Doctor</name>
    <message numerus="yes">
        <source>%n service(s)</source>
        <translation>
            <numerusform>%n service</numerusform>
            <numerusform>%n services</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::app::MainWindow</name>
    <message numerus="yes">
        <source>%n tab(s) have an open transaction</source>
        <translation>
            <numerusform>%n tab has an open transaction</numerusform>
            <numerusform>%n tabs have an open transaction</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::app::PillRow</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::app::ShellWorkbench</name>
    <message numerus="yes">
        <source>%n panel(s) show older values</source>
        <translation>
            <numerusform>%n panel shows older values</numerusform>
            <numerusform>%n panels show older values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::app::StatusBar</name>
    <message numerus="yes">
        <source>Notifications: %n not seen</source>
        <translation>
            <numerusform>Notifications: %n not seen</numerusform>
            <numerusform>Notifications: %n not seen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 row(s)</source>
        <translation>
            <numerusform>%1 row</numerusform>
            <numerusform>%1 rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 key(s)</source>
        <translation>
            <numerusform>%1 key</numerusform>
            <numerusform>%1 keys</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::app::TaskButton</name>
    <message numerus="yes">
        <source>+%n more</source>
        <translation>
            <numerusform>+%n more</numerusform>
            <numerusform>+%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::app::TopBar</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::database::HistoryPopup</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::database::LockModel</name>
    <message numerus="yes">
        <source>blocks %n</source>
        <translation>
            <numerusform>blocks %n</numerusform>
            <numerusform>blocks %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::database::LocksPanel</name>
    <message numerus="yes">
        <source>%n session(s) wait</source>
        <translation>
            <numerusform>%n session waits</numerusform>
            <numerusform>%n sessions wait</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::database::ObjectData</name>
    <message numerus="yes">
        <source>%n row(s), in no order</source>
        <translation>
            <numerusform>%n row, in no order</numerusform>
            <numerusform>%n rows, in no order</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::database::ObjectPanel</name>
    <message numerus="yes">
        <source>%n partition(s)</source>
        <translation>
            <numerusform>%n partition</numerusform>
            <numerusform>%n partitions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>DROP is refused without CASCADE: %n object(s) hold on to it</source>
        <translation>
            <numerusform>DROP is refused without CASCADE: %n object holds on to it</numerusform>
            <numerusform>DROP is refused without CASCADE: %n objects hold on to it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dependent(s)</source>
        <translation>
            <numerusform>%n dependent</numerusform>
            <numerusform>%n dependents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) wait, held up by %1</source>
        <translation>
            <numerusform>%n session waits, held up by %1</numerusform>
            <numerusform>%n sessions wait, held up by %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) wait</source>
        <translation>
            <numerusform>%n session waits</numerusform>
            <numerusform>%n sessions wait</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::database::ResultPane</name>
    <message numerus="yes">
        <source>at least %1 row(s)</source>
        <translation>
            <numerusform>at least %1 row</numerusform>
            <numerusform>at least %1 rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 row(s)</source>
        <translation>
            <numerusform>%1 row</numerusform>
            <numerusform>%1 rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::database::SessionCard</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, blocks %n session(s)</source>
        <translation>
            <numerusform>%1, blocks %n session</numerusform>
            <numerusform>%1, blocks %n sessions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::pipelines::CompareBar</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <translation>
            <numerusform>%n removed</numerusform>
            <numerusform>%n removed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::pipelines::DataPane</name>
    <message numerus="yes">
        <source>%n rows in %1 s</source>
        <translation>
            <numerusform>%n row in %1 s</numerusform>
            <numerusform>%n rows in %1 s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::pipelines::DeployRows</name>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n column</numerusform>
            <numerusform>%n columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new column(s)</source>
        <translation>
            <numerusform>%n new column</numerusform>
            <numerusform>%n new columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n created</source>
        <translation>
            <numerusform>%n created</numerusform>
            <numerusform>%n created</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <translation>
            <numerusform>%n removed</numerusform>
            <numerusform>%n removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n table(s)</source>
        <translation>
            <numerusform>%n table</numerusform>
            <numerusform>%n tables</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s)</source>
        <translation>
            <numerusform>%n topic</numerusform>
            <numerusform>%n topics</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::pipelines::DeploySheet</name>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Branch %1, %n file(s)</source>
        <translation>
            <numerusform>Branch %1, %n file</numerusform>
            <numerusform>Branch %1, %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) into %1</source>
        <translation>
            <numerusform>%n file into %1</numerusform>
            <numerusform>%n files into %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passed</source>
        <translation>
            <numerusform>%n passed</numerusform>
            <numerusform>%n passed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation>
            <numerusform>%n to look at</numerusform>
            <numerusform>%n to look at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::pipelines::EditorPanel</name>
    <message numerus="yes">
        <source>Draft, %n change(s)</source>
        <translation>
            <numerusform>Draft, %n change</numerusform>
            <numerusform>Draft, %n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::pipelines::Inspector</name>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::pipelines::LibraryModel</name>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n h ago</numerusform>
            <numerusform>%n h ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nodes</source>
        <translation>
            <numerusform>%n node</numerusform>
            <numerusform>%n nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>folder, %n pipelines</source>
        <translation>
            <numerusform>folder, %n pipeline</numerusform>
            <numerusform>folder, %n pipelines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n DAGs</source>
        <translation>
            <numerusform>%n DAG</numerusform>
            <numerusform>%n DAGs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::pipelines::LibraryPanel</name>
    <message numerus="yes">
        <source>%n pipelines</source>
        <translation>
            <numerusform>%n pipeline</numerusform>
            <numerusform>%n pipelines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files cannot be read</source>
        <translation>
            <numerusform>%n file cannot be read</numerusform>
            <numerusform>%n files cannot be read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::pipelines::PlanDiffView</name>
    <message numerus="yes">
        <source>%n more line(s)</source>
        <translation>
            <numerusform>%n more line</numerusform>
            <numerusform>%n more lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::pipelines::RetryPlot</name>
    <message numerus="yes">
        <source>%n tries</source>
        <translation>
            <numerusform>%n try</numerusform>
            <numerusform>%n tries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tries, waits %1</source>
        <translation>
            <numerusform>%n try, waits %1</numerusform>
            <numerusform>%n tries, waits %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::queue::ConsolePanel</name>
    <message numerus="yes">
        <source>%n command(s)</source>
        <translation>
            <numerusform>%n command</numerusform>
            <numerusform>%n commands</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::queue::EntryView</name>
    <message numerus="yes">
        <source>%n field(s), %1; of long values the first 64 KB</source>
        <translation>
            <numerusform>%n field, %1; of long values the first 64 KB</numerusform>
            <numerusform>%n fields, %1; of long values the first 64 KB</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s), %1</source>
        <translation>
            <numerusform>%n field, %1</numerusform>
            <numerusform>%n fields, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::queue::KeyTreeModel</name>
    <message numerus="yes">
        <source>%n key(s)</source>
        <translation>
            <numerusform>%n key</numerusform>
            <numerusform>%n keys</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::queue::KeysPane</name>
    <message numerus="yes">
        <source>db%1, %2 of %3 key(s)</source>
        <translation>
            <numerusform>db%1, %2 of %3 key</numerusform>
            <numerusform>db%1, %2 of %3 keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>db%1, %2 key(s)</source>
        <translation>
            <numerusform>db%1, %2 key</numerusform>
            <numerusform>db%1, %2 keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in %2 key(s), about</source>
        <translation>
            <numerusform>%1 in %2 key, about</numerusform>
            <numerusform>%1 in %2 keys, about</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::queue::ServerPane</name>
    <message numerus="yes">
        <source>%n command(s), last %1 kept</source>
        <translation>
            <numerusform>%n command, last %1 kept</numerusform>
            <numerusform>%n commands, last %1 kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n command(s)</source>
        <translation>
            <numerusform>%n command</numerusform>
            <numerusform>%n commands</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::queue::StreamBar</name>
    <message numerus="yes">
        <source>Claim %n…</source>
        <translation>
            <numerusform>Claim %n…</numerusform>
            <numerusform>Claim %n…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::AccessPane</name>
    <message numerus="yes">
        <source>%n rules</source>
        <translation>
            <numerusform>%n rule</numerusform>
            <numerusform>%n rules</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::ConfigPane</name>
    <message numerus="yes">
        <source>Change %n settings…</source>
        <translation>
            <numerusform>Change %n setting…</numerusform>
            <numerusform>Change %n settings…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edited, nothing is sent yet</source>
        <translation>
            <numerusform>%n edited, nothing is sent yet</numerusform>
            <numerusform>%n edited, nothing is sent yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n settings</source>
        <translation>
            <numerusform>%n setting</numerusform>
            <numerusform>%n settings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::DeadLetterPanel</name>
    <message numerus="yes">
        <source>Choose one of %n above</source>
        <translation>
            <numerusform>Choose one of %n above</numerusform>
            <numerusform>Choose one of %n above</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Redrive %n letters…</source>
        <translation>
            <numerusform>Redrive %n letter…</numerusform>
            <numerusform>Redrive %n letters…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them do not say where they were: choose a topic</source>
        <translation>
            <numerusform>%n of them does not say where it was: choose a topic</numerusform>
            <numerusform>%n of them do not say where they were: choose a topic</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n written so far</source>
        <translation>
            <numerusform>%n written so far</numerusform>
            <numerusform>%n written so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; %n written</source>
        <translation>
            <numerusform>%1; %n written</numerusform>
            <numerusform>%1; %n written</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n written</source>
        <translation>
            <numerusform>%n written</numerusform>
            <numerusform>%n written</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letters</source>
        <translation>
            <numerusform>%n letter</numerusform>
            <numerusform>%n letters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edited</source>
        <translation>
            <numerusform>%n edited</numerusform>
            <numerusform>%n edited</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The edit of %n of them is not finished</source>
        <translation>
            <numerusform>The edit of %n of them is not finished</numerusform>
            <numerusform>The edits of %n of them are not finished</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::FieldDelegate</name>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation>
            <numerusform>%n field</numerusform>
            <numerusform>%n fields</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::ListPane</name>
    <message numerus="yes">
        <source>%n broker(s)</source>
        <translation>
            <numerusform>%n broker</numerusform>
            <numerusform>%n brokers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n partition(s) without a leader</source>
        <translation>
            <numerusform>%n partition without a leader</numerusform>
            <numerusform>%n partitions without a leader</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n do(es) not answer</source>
        <translation>
            <numerusform>%n does not answer</numerusform>
            <numerusform>%n do not answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n partition(s) not in sync</source>
        <translation>
            <numerusform>%n partition not in sync</numerusform>
            <numerusform>%n partitions not in sync</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s)</source>
        <translation>
            <numerusform>%n topic</numerusform>
            <numerusform>%n topics</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n topic(s)</source>
        <translation>
            <numerusform>%1 of %n topic</numerusform>
            <numerusform>%1 of %n topics</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n group</numerusform>
            <numerusform>%n groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n group(s)</source>
        <translation>
            <numerusform>%1 of %n group</numerusform>
            <numerusform>%1 of %n groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n partition(s)</source>
        <translation>
            <numerusform>%n partition</numerusform>
            <numerusform>%n partitions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n internal topic(s) are hidden.</source>
        <translation>
            <numerusform>%n internal topic is hidden.</numerusform>
            <numerusform>%n internal topics are hidden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n being moved</source>
        <translation>
            <numerusform>%n being moved</numerusform>
            <numerusform>%n being moved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::PartitionsSheet</name>
    <message numerus="yes">
        <source>%n partitions more</source>
        <translation>
            <numerusform>%n partition more</numerusform>
            <numerusform>%n partitions more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A topic can only grow, it has %n already</source>
        <translation>
            <numerusform>A topic can only grow, it has %n already</numerusform>
            <numerusform>A topic can only grow, it has %n already</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::ProduceSheet</name>
    <message numerus="yes">
        <source>%n messages</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them without a value</source>
        <translation>
            <numerusform>%n of them without a value</numerusform>
            <numerusform>%n of them without a value</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed in all</source>
        <translation>
            <numerusform>%n failed in all</numerusform>
            <numerusform>%n failed in all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not sent</source>
        <translation>
            <numerusform>%n not sent</numerusform>
            <numerusform>%n not sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Produce %n messages…</source>
        <translation>
            <numerusform>Produce %n message…</numerusform>
            <numerusform>Produce %n messages…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::RecordsSheet</name>
    <message numerus="yes">
        <source>%n partitions cannot be read now</source>
        <translation>
            <numerusform>%n partition cannot be read now</numerusform>
            <numerusform>%n partitions cannot be read now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n partitions</source>
        <translation>
            <numerusform>%n partition</numerusform>
            <numerusform>%n partitions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::ReplaySheet</name>
    <message numerus="yes">
        <source>%n messages with key, value and headers as they are</source>
        <translation>
            <numerusform>%n message with key, value and headers as they are</numerusform>
            <numerusform>%n messages with key, value and headers as they are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not written</source>
        <translation>
            <numerusform>%n not written</numerusform>
            <numerusform>%n not written</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Produce %n messages again…</source>
        <translation>
            <numerusform>Produce %n message again…</numerusform>
            <numerusform>Produce %n messages again…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::ResetSheet</name>
    <message numerus="yes">
        <source>all %n topics of the group</source>
        <translation>
            <numerusform>the %n topic of the group</numerusform>
            <numerusform>all %n topics of the group</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n offsets with their metadata</source>
        <translation>
            <numerusform>%n offset with its metadata</numerusform>
            <numerusform>%n offsets with their metadata</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n offsets with their metadata; partitions without a commit go back to none</source>
        <translation>
            <numerusform>%n offset with its metadata; partitions without a commit go back to none</numerusform>
            <numerusform>%n offsets with their metadata; partitions without a commit go back to none</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The group has %n members. Stop its consumers first.</source>
        <translation>
            <numerusform>The group has %n member. Stop its consumer first.</numerusform>
            <numerusform>The group has %n members. Stop its consumers first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n partitions cannot be moved now</source>
        <translation>
            <numerusform>%n partition cannot be moved now</numerusform>
            <numerusform>%n partitions cannot be moved now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n partitions get their first commit</source>
        <translation>
            <numerusform>%n partition gets its first commit</numerusform>
            <numerusform>%n partitions get their first commit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n partitions have no commit: they stay as they are</source>
        <translation>
            <numerusform>%n partition has no commit: it stays as it is</numerusform>
            <numerusform>%n partitions have no commit: they stay as they are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moved at %1, %n partitions</source>
        <translation>
            <numerusform>Moved at %1, %n partition</numerusform>
            <numerusform>Moved at %1, %n partitions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>sum %1 offsets in %n partitions</source>
        <translation>
            <numerusform>sum %1 offsets in %n partition</numerusform>
            <numerusform>sum %1 offsets in %n partitions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::SearchPanel</name>
    <message numerus="yes">
        <source>%n hit(s) found before</source>
        <translation>
            <numerusform>%n hit found before</numerusform>
            <numerusform>%n hits found before</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::CountdownRing</name>
    <message numerus="yes">
        <source>%n second(s) to the next try</source>
        <translation>
            <numerusform>%n second to the next try</numerusform>
            <numerusform>%n seconds to the next try</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::GraphSearchBar</name>
    <message numerus="yes">
        <source>%1, %n in closed groups</source>
        <translation>
            <numerusform>%1, %n in closed groups</numerusform>
            <numerusform>%1, %n in closed groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::GridView</name>
    <message numerus="yes">
        <source>%1 row(s) copied as %2</source>
        <translation>
            <numerusform>%1 row copied as %2</numerusform>
            <numerusform>%1 rows copied as %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n long cell(s) only the first part.</source>
        <translation>
            <numerusform>Of %n long cell only the first part.</numerusform>
            <numerusform>Of %n long cells only the first part.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>not in %1 row(s)</source>
        <translation>
            <numerusform>not in %1 row</numerusform>
            <numerusform>not in %1 rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::LogView</name>
    <message numerus="yes">
        <source>%n new line(s)</source>
        <translation>
            <numerusform>%n new line</numerusform>
            <numerusform>%n new lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::ToastStack</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::BackfillSheet</name>
    <message numerus="yes">
        <source>%n runs would be made</source>
        <translation>
            <numerusform>%n run would be made</numerusform>
            <numerusform>%n runs would be made</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Backfill %n runs…</source>
        <translation>
            <numerusform>Backfill %n run…</numerusform>
            <numerusform>Backfill %n runs…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::ClearSheet</name>
    <message numerus="yes">
        <source>%n runs go back to queued</source>
        <translation>
            <numerusform>%n run goes back to queued</numerusform>
            <numerusform>%n runs go back to queued</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n may start now</source>
        <translation>
            <numerusform>%1, %n may start now</numerusform>
            <numerusform>%1, %n may start now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Clear %n tasks…</source>
        <translation>
            <numerusform>Clear %n task…</numerusform>
            <numerusform>Clear %n tasks…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the %n tasks of the group %1 in run %2</source>
        <translation>
            <numerusform>the %n task of the group %1 in run %2</numerusform>
            <numerusform>the %n tasks of the group %1 in run %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::DagPane</name>
    <message numerus="yes">
        <source>%1, %n need attention</source>
        <translation>
            <numerusform>%1, %n needs attention</numerusform>
            <numerusform>%1, %n need attention</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files cannot be imported</source>
        <translation>
            <numerusform>%n file cannot be imported</numerusform>
            <numerusform>%n files cannot be imported</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::DiffPane</name>
    <message numerus="yes">
        <source>%1 of %n states or durations changed</source>
        <translation>
            <numerusform>%1 of %n state or duration changed</numerusform>
            <numerusform>%1 of %n states or durations changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n expected by date, hidden</source>
        <translation>
            <numerusform>%n expected by date, hidden</numerusform>
            <numerusform>%n expected by date, hidden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::GroupCard</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n instances</source>
        <translation>
            <numerusform>%n instance</numerusform>
            <numerusform>%n instances</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::RunSearchDelegate</name>
    <message numerus="yes">
        <source>Try %1, %2, %n hit(s)</source>
        <translation>
            <numerusform>Try %1, %2, %n hit</numerusform>
            <numerusform>Try %1, %2, %n hits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::RunSearchModel</name>
    <message numerus="yes">
        <source>%1, try %2, %3, %n hit(s)</source>
        <translation>
            <numerusform>%1, try %2, %3, %n hit</numerusform>
            <numerusform>%1, try %2, %3, %n hits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::RunSearchPane</name>
    <message numerus="yes">
        <source>%n without a log</source>
        <translation>
            <numerusform>%n without a log</numerusform>
            <numerusform>%n without a log</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::RunsPane</name>
    <message numerus="yes">
        <source>%n runs</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n active</source>
        <translation>
            <numerusform>%1, %n active</numerusform>
            <numerusform>%1, %n active</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::TaskCard</name>
    <message numerus="yes">
        <source>XCom, %n values</source>
        <translation>
            <numerusform>XCom, %n value</numerusform>
            <numerusform>XCom, %n values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n instances</source>
        <translation>
            <numerusform>%n instance</numerusform>
            <numerusform>%n instances</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>group of %n tasks</source>
        <translation>
            <numerusform>group of %n task</numerusform>
            <numerusform>group of %n tasks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::TriggerSheet</name>
    <message numerus="yes">
        <source>%n fields to correct</source>
        <translation>
            <numerusform>%n field to correct</numerusform>
            <numerusform>%n fields to correct</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::WhyBox</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::WhyPane</name>
    <message numerus="yes">
        <source>%n unmet</source>
        <translation>
            <numerusform>%n unmet</numerusform>
            <numerusform>%n unmet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::WorkflowPanel</name>
    <message numerus="yes">
        <source>%n files have errors.</source>
        <translation>
            <numerusform>%n file has errors.</numerusform>
            <numerusform>%n files have errors.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deadlines are known</source>
        <translation>
            <numerusform>%n deadline is known</numerusform>
            <numerusform>%n deadlines are known</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pipelines</name>
    <message numerus="yes">
        <source>%n nodes are operators outside the catalogue: their arguments are not checked.</source>
        <translation>
            <numerusform>%n node is an operator outside the catalogue: its arguments are not checked.</numerusform>
            <numerusform>%n nodes are operators outside the catalogue: their arguments are not checked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Worst case is %1: %n tries of %2 and up to %3 of waits. The limit is %4.</source>
        <translation>
            <numerusform>Worst case is %1: %n try of %2 and up to %3 of waits. The limit is %4.</numerusform>
            <numerusform>Worst case is %1: %n tries of %2 and up to %3 of waits. The limit is %4.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Use %n tries</source>
        <translation>
            <numerusform>Use %n try</numerusform>
            <numerusform>Use %n tries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tables in one transaction</source>
        <translation>
            <numerusform>%n table in one transaction</numerusform>
            <numerusform>%n tables in one transaction</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files written</source>
        <translation>
            <numerusform>%n file written</numerusform>
            <numerusform>%n files written</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n earlier commits that were never pushed go along.</source>
        <translation>
            <numerusform>%n earlier commit that was never pushed goes along.</numerusform>
            <numerusform>%n earlier commits that were never pushed go along.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The remote has %n commits the clone lacks: pull them first.</source>
        <translation>
            <numerusform>The remote has %n commit the clone lacks: pull them first.</numerusform>
            <numerusform>The remote has %n commits the clone lacks: pull them first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n nodes</source>
        <translation>
            <numerusform>Delete %n node</numerusform>
            <numerusform>Delete %n nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation>
            <numerusform>%n node</numerusform>
            <numerusform>%n nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edge(s)</source>
        <translation>
            <numerusform>%n edge</numerusform>
            <numerusform>%n edges</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n environment(s)</source>
        <translation>
            <numerusform>%n environment</numerusform>
            <numerusform>%n environments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n limit(s)</source>
        <translation>
            <numerusform>%n limit</numerusform>
            <numerusform>%n limits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n check(s)</source>
        <translation>
            <numerusform>%n check</numerusform>
            <numerusform>%n checks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of your own kinds of nodes cannot be used.</source>
        <translation>
            <numerusform>%n of your own kinds of nodes cannot be used.</numerusform>
            <numerusform>%n of your own kinds of nodes cannot be used.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>postgres</name>
    <message numerus="yes">
        <source>%n deadlock(s)</source>
        <translation>
            <numerusform>%n deadlock</numerusform>
            <numerusform>%n deadlocks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>queue</name>
    <message numerus="yes">
        <source>%n key(s) evicted</source>
        <translation>
            <numerusform>%n key evicted</numerusform>
            <numerusform>%n keys evicted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) rejected</source>
        <translation>
            <numerusform>%n connection rejected</numerusform>
            <numerusform>%n connections rejected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) deleted</source>
        <translation>
            <numerusform>%n key deleted</numerusform>
            <numerusform>%n keys deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n key(s)?</source>
        <translation>
            <numerusform>Delete %n key?</numerusform>
            <numerusform>Delete %n keys?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Acknowledge %n pending entries?</source>
        <translation>
            <numerusform>Acknowledge %n pending entry?</numerusform>
            <numerusform>Acknowledge %n pending entries?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Give %n pending entries to %1?</source>
        <translation>
            <numerusform>Give %n pending entry to %1?</numerusform>
            <numerusform>Give %n pending entries to %1?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries claimed</source>
        <translation>
            <numerusform>%n entry claimed</numerusform>
            <numerusform>%n entries claimed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>streams</name>
    <message numerus="yes">
        <source>%n partition(s) have no leader.</source>
        <translation>
            <numerusform>%n partition has no leader.</numerusform>
            <numerusform>%n partitions have no leader.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n partition(s) lack copies in sync.</source>
        <translation>
            <numerusform>%n partition lacks copies in sync.</numerusform>
            <numerusform>%n partitions lack copies in sync.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n partition(s) moved</source>
        <translation>
            <numerusform>%n partition moved</numerusform>
            <numerusform>%n partitions moved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n partition(s) moved back</source>
        <translation>
            <numerusform>%n partition moved back</numerusform>
            <numerusform>%n partitions moved back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n rules?</source>
        <translation>
            <numerusform>Remove %n rule?</numerusform>
            <numerusform>Remove %n rules?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rules were removed.</source>
        <translation>
            <numerusform>%n rule was removed.</numerusform>
            <numerusform>%n rules were removed.</numerusform>
        </translation>
    </message>
</context>
</TS>
