<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>Absence</name>
    <message>
        <source>%1 waits for its password</source>
        <translation>%1 正在等待密碼</translation>
    </message>
    <message>
        <source>%1 is not in this profile</source>
        <translation>%1 不在此設定檔</translation>
    </message>
    <message>
        <source>The keychain has not answered yet. It goes on by itself once it does.</source>
        <translation>鑰匙圈尚未回應。回應後會自動繼續。</translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message>
        <source>Welcome</source>
        <translation>歡迎</translation>
    </message>
</context>
<context>
    <name>BrokerRows</name>
    <message>
        <source>Broker</source>
        <translation>Broker</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>位址</translation>
    </message>
    <message>
        <source>Rack</source>
        <translation>機架</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>領導數</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Disk used</source>
        <translation>磁碟用量</translation>
    </message>
    <message>
        <source>%1 · controller</source>
        <translation>%1 · controller</translation>
    </message>
    <message>
        <source>Partitions it leads</source>
        <translation>它領導的分割區</translation>
    </message>
    <message>
        <source>It does not tell: rights, or its version</source>
        <translation>未提供：權限不足，或版本不支援</translation>
    </message>
    <message>
        <source>Told by Kafka 3.3 and later</source>
        <translation>Kafka 3.3 以上才提供</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>There is no command &quot;%1&quot;.</source>
        <translation>沒有「%1」這個指令。</translation>
    </message>
    <message>
        <source>%1 takes no value.</source>
        <translation>%1 不接受值。</translation>
    </message>
    <message>
        <source>--theme is dark or light.</source>
        <translation>--theme 只能是 dark 或 light。</translation>
    </message>
    <message>
        <source>--lang is en, zh_TW or ko.</source>
        <translation>--lang 只能是 en、zh_TW 或 ko。</translation>
    </message>
    <message>
        <source>--size is WIDTHxHEIGHT, at least 640x480.</source>
        <translation>--size 的格式是 寬x高，至少 640x480。</translation>
    </message>
    <message>
        <source>There is no option %1.</source>
        <translation>沒有 %1 這個選項。</translation>
    </message>
    <message>
        <source>%1 needs a value.</source>
        <translation>%1 需要一個值。</translation>
    </message>
    <message>
        <source>--doctor and --tour do not go together.</source>
        <translation>--doctor 與 --tour 不能一起使用。</translation>
    </message>
    <message>
        <source>--json belongs to --doctor.</source>
        <translation>--json 只能與 --doctor 一起使用。</translation>
    </message>
    <message>
        <source>--theme, --lang and --size belong to --tour.</source>
        <translation>--theme、--lang 與 --size 只能與 --tour 一起使用。</translation>
    </message>
    <message>
        <source>There is no display. Set DISPLAY or WAYLAND_DISPLAY, or use packaging/run --headless.</source>
        <translation>沒有顯示器。請設定 DISPLAY 或 WAYLAND_DISPLAY，或使用 packaging/run --headless。</translation>
    </message>
    <message>
        <source>There is no sandbox on this computer: only the empty window and the first screen are shown. --profile names another profile.</source>
        <translation>這台電腦上沒有沙箱：只顯示空白視窗與第一個畫面。用 --profile 指定其他設定檔。</translation>
    </message>
    <message>
        <source>The display cannot be opened. Check DISPLAY, WAYLAND_DISPLAY and QT_QPA_PLATFORM, or use packaging/run --headless.</source>
        <translation>無法開啟顯示器。請檢查 DISPLAY、WAYLAND_DISPLAY 與 QT_QPA_PLATFORM，或使用 packaging/run --headless。</translation>
    </message>
    <message>
        <source>Usage: pilothouse [options]

  --profile NAME|FILE  open this profile
  --doctor [--json]    check profile, services, keychain, folders, fonts and sandbox
  --tour DIR           write a picture of every panel and tour.json into DIR
      --theme dark|light   --lang en|zh_TW|ko   --size WIDTHxHEIGHT
  pipeline COMMAND …   check, generate, import, compare and draw pipelines;
                       pipeline --help says more
  --version            print the version
  --help               print this text

Exit codes: 0 ok, 1 found a problem, 2 wrong usage, 3 no display, 4 profile unreadable.
</source>
        <translation>用法：pilothouse [選項]

  --profile NAME|FILE  開啟這個設定檔
  --doctor [--json]    檢查設定檔、服務、鑰匙圈、資料夾、字型與沙箱
  --tour DIR           將每個面板的圖片與 tour.json 寫入 DIR
      --theme dark|light   --lang en|zh_TW|ko   --size WIDTHxHEIGHT
  pipeline COMMAND …   檢查、產生、匯入、比較與繪製管線；
                       詳見 pipeline --help
  --version            顯示版本
  --help               顯示這段說明

結束代碼：0 正常，1 發現問題，2 用法錯誤，3 沒有顯示器，4 設定檔無法讀取。
</translation>
    </message>
</context>
<context>
    <name>Compose</name>
    <message>
        <source>%1 is not followed</source>
        <translation>不會跟隨 %1</translation>
    </message>
    <message>
        <source>without a value: %1</source>
        <translation>沒有值：%1</translation>
    </message>
    <message>
        <source>built here, so its image does not say what it is</source>
        <translation>在此建置，從映像檔看不出它是什麼</translation>
    </message>
    <message>
        <source>not a service that Pilothouse steers</source>
        <translation>不是 Pilothouse 能操作的服務</translation>
    </message>
    <message>
        <source>a part of %1 without a port of its own</source>
        <translation>%1 的一部分，沒有自己的連接埠</translation>
    </message>
    <message>
        <source>%1, but its port %2 is not published with a fixed number</source>
        <translation>%1，但它的連接埠 %2 沒有以固定號碼對外公開</translation>
    </message>
    <message>
        <source>its address cannot be used</source>
        <translation>無法使用它的位址</translation>
    </message>
    <message>
        <source>the broker names itself %1; this computer must know that name</source>
        <translation>broker 自稱 %1；這台電腦必須認得這個名稱</translation>
    </message>
    <message>
        <source>Choose a docker-compose.yaml with a list of services.</source>
        <translation>請選擇含有服務清單的 docker-compose.yaml。</translation>
    </message>
    <message>
        <source>there is no map of services</source>
        <translation>沒有 services 對應表</translation>
    </message>
    <message>
        <source>%1 is not read</source>
        <translation>不會讀取 %1</translation>
    </message>
</context>
<context>
    <name>DiffText</name>
    <message>
        <source>Run time %1 → %2, task time %3 → %4.</source>
        <translation>執行時間 %1 → %2，任務時間 %3 → %4。</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任務</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差異</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>欄位</translation>
    </message>
    <message numerus="yes">
        <source>%n differences follow from the date and are left out.</source>
        <translation>
            <numerusform>%n 項差異源自日期，已略去。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErrorWords</name>
    <message>
        <source>Writes are off for %1</source>
        <translation>%1 已關閉寫入</translation>
    </message>
    <message>
        <source>%1 cannot be reached</source>
        <translation>無法連到 %1</translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation>%1 沒有回應</translation>
    </message>
    <message>
        <source>%1 does not let us in</source>
        <translation>%1 不允許登入</translation>
    </message>
    <message>
        <source>%1 does not have this object</source>
        <translation>%1 沒有這個物件</translation>
    </message>
    <message>
        <source>%1 reports a conflict</source>
        <translation>%1 回報衝突</translation>
    </message>
    <message>
        <source>The connection to %1 broke</source>
        <translation>與 %1 的連線中斷了</translation>
    </message>
    <message>
        <source>%1 cannot do this</source>
        <translation>%1 不支援這項操作</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Something went wrong with %1</source>
        <translation>%1 發生問題</translation>
    </message>
    <message>
        <source>code %1</source>
        <translation>代碼 %1</translation>
    </message>
    <message>
        <source>Is the server running, and is this its socket?</source>
        <translation>伺服器有在執行嗎？這是它的 socket 嗎？</translation>
    </message>
    <message>
        <source>Does the jump host let you in?</source>
        <translation>跳板主機允許登入嗎？</translation>
    </message>
    <message>
        <source>Can this computer reach the port?</source>
        <translation>這台電腦連得到該連接埠嗎？</translation>
    </message>
    <message>
        <source>Is the server running on its machine?</source>
        <translation>伺服器在它的主機上執行嗎？</translation>
    </message>
    <message>
        <source>Which certificate does the server show?</source>
        <translation>伺服器出示的是哪一張憑證？</translation>
    </message>
    <message>
        <source>Are user and password right?</source>
        <translation>使用者與密碼正確嗎？</translation>
    </message>
    <message>
        <source>%1 refuses this request</source>
        <translation>%1 拒絕這個請求</translation>
    </message>
    <message>
        <source>%1 refuses this statement</source>
        <translation>%1 拒絕此陳述式</translation>
    </message>
    <message>
        <source>The keychain does not keep the password of %1</source>
        <translation>鑰匙圈未保存 %1 的密碼</translation>
    </message>
</context>
<context>
    <name>GridView</name>
    <message>
        <source>That is more than %1 MB for the clipboard. Export it to a file.</source>
        <translation>這超過剪貼簿上限 %1 MB，請匯出成檔案。</translation>
    </message>
    <message>
        <source>Choose another folder or make room on the disk.</source>
        <translation>請選擇其他資料夾，或清出磁碟空間。</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) written to %1. Of %2 long cells only the first part.</source>
        <translation>
            <numerusform>已寫入 %n 列到 %1。其中 %2 個長儲存格只有開頭部分。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) written to %1.</source>
        <translation>
            <numerusform>已寫入 %n 列到 %1。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupRows</name>
    <message>
        <source>Group</source>
        <translation>群組</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成員</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>主題</translation>
    </message>
    <message>
        <source>Behind</source>
        <translation>落後時間</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>延遲量</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>尚未讀取</translation>
    </message>
    <message>
        <source>not readable</source>
        <translation>無法讀取</translation>
    </message>
    <message>
        <source>Its members are not readable with this library. %1</source>
        <translation>此函式庫無法讀取其成員。%1</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 與另外 %2 個</translation>
    </message>
    <message>
        <source>Time of the newest message less that of the next one this group reads</source>
        <translation>最新訊息的時間減去此群組下一則要讀的訊息的時間</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>起始</translation>
    </message>
    <message>
        <source>It is behind since %1</source>
        <translation>自 %1 起落後</translation>
    </message>
    <message>
        <source>Longer than what was recorded, or not recorded</source>
        <translation>早於記錄範圍，或沒有記錄</translation>
    </message>
</context>
<context>
    <name>LockText</name>
    <message>
        <source>It holds %1 on %2. Others need %3, and the two conflict. %4 The lock ends with COMMIT or ROLLBACK.</source>
        <translation>它在 %2 上持有 %1。其他人需要 %3，兩者衝突。%4 鎖定會隨 COMMIT 或 ROLLBACK 結束。</translation>
    </message>
    <message>
        <source>Reads go on.</source>
        <translation>讀取照常進行。</translation>
    </message>
    <message>
        <source>Reads wait too.</source>
        <translation>讀取也要等待。</translation>
    </message>
    <message>
        <source>reads wait too</source>
        <translation>讀取也在等待</translation>
    </message>
    <message>
        <source>writes wait</source>
        <translation>寫入在等待</translation>
    </message>
    <message>
        <source>reads wait too, %1</source>
        <translation>讀取也在等待，%1</translation>
    </message>
    <message>
        <source>writes wait, %1</source>
        <translation>寫入在等待，%1</translation>
    </message>
    <message>
        <source>Reads wait too: %1 asks for AccessExclusiveLock, and they stand behind it.</source>
        <translation>讀取也要等：%1 正在要求 AccessExclusiveLock，讀取排在它後面。</translation>
    </message>
    <message>
        <source>It asks for %1 on %2 and is before others that need %3: they stand behind it. %4</source>
        <translation>它要求 %2 上的 %1，並排在需要 %3 的其他工作階段之前：它們排在它後面。%4</translation>
    </message>
    <message>
        <source>Others wait for it; the server does not say for which lock.</source>
        <translation>其他工作階段在等它；伺服器沒有說明是哪個鎖。</translation>
    </message>
    <message>
        <source>Others wait for it with a lock on %1.</source>
        <translation>其他工作階段在等它，為了 %1 上的鎖。</translation>
    </message>
    <message>
        <source>Others wait for its transaction %1 to end, because of a row it has changed or locked.</source>
        <translation>其他工作階段在等它的交易 %1 結束，因為它變更或鎖定了一列。</translation>
    </message>
    <message>
        <source>Others wait for its transaction %1 to end: it has changed or locked a row of %2.</source>
        <translation>其他工作階段在等它的交易 %1 結束：它變更或鎖定了 %2 的一列。</translation>
    </message>
    <message>
        <source>Others wait for its transaction to end, whatever it holds.</source>
        <translation>其他工作階段在等它的交易結束，不論它持有什麼。</translation>
    </message>
    <message>
        <source>Others stand behind it for a row of %1.</source>
        <translation>其他工作階段為了 %1 的一列排在它後面。</translation>
    </message>
    <message>
        <source>Others wait for the advisory lock %1 that it has or asks for.</source>
        <translation>其他工作階段在等它持有或要求的諮詢鎖 %1。</translation>
    </message>
    <message>
        <source>Others wait for a lock of the kind &quot;%1&quot; that it has or asks for.</source>
        <translation>其他工作階段在等它持有或要求的「%1」類鎖。</translation>
    </message>
    <message>
        <source>a prepared transaction</source>
        <translation>一個已準備的交易</translation>
    </message>
    <message>
        <source>It waits for %1.</source>
        <translation>它在等 %1。</translation>
    </message>
    <message>
        <source>It waits for %1 on %2, behind %3.</source>
        <translation>它在等 %2 上的 %1，排在 %3 後面。</translation>
    </message>
    <message>
        <source>It waits for transaction %1 of %2 to end.</source>
        <translation>它在等 %2 的交易 %1 結束。</translation>
    </message>
    <message>
        <source>It waits for a row of %1, until transaction %2 of %3 ends.</source>
        <translation>它在等 %1 的一列，直到 %3 的交易 %2 結束。</translation>
    </message>
    <message>
        <source>It waits for the transaction of %1 to end.</source>
        <translation>它在等 %1 的交易結束。</translation>
    </message>
    <message>
        <source>It waits for a row of %1, behind %2.</source>
        <translation>它在等 %1 的一列，排在 %2 後面。</translation>
    </message>
    <message>
        <source>It waits for the advisory lock %1, behind %2.</source>
        <translation>它在等諮詢鎖 %1，排在 %2 後面。</translation>
    </message>
    <message>
        <source>It waits for a lock of the kind &quot;%1&quot;, behind %2.</source>
        <translation>它在等「%1」類的鎖，排在 %2 後面。</translation>
    </message>
    <message>
        <source>row (transaction)</source>
        <translation>資料列（交易）</translation>
    </message>
    <message>
        <source>transaction</source>
        <translation>交易</translation>
    </message>
    <message>
        <source>row</source>
        <translation>資料列</translation>
    </message>
    <message>
        <source>advisory lock</source>
        <translation>諮詢鎖</translation>
    </message>
</context>
<context>
    <name>LogView</name>
    <message>
        <source>Save the log to %1</source>
        <translation>將日誌儲存至 %1</translation>
    </message>
    <message>
        <source>That is more than %1 MB for the clipboard. Save the log to a file.</source>
        <translation>剪貼簿內容將超過 %1 MB，請將日誌儲存成檔案。</translation>
    </message>
    <message>
        <source>Choose another folder or make room on the disk.</source>
        <translation>請選擇其他資料夾，或清出磁碟空間。</translation>
    </message>
    <message>
        <source>%1 lines written to %2.</source>
        <translation>已將 %1 行寫入 %2。</translation>
    </message>
</context>
<context>
    <name>MemberRows</name>
    <message>
        <source>Client</source>
        <translation>用戶端</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主機</translation>
    </message>
    <message>
        <source>Part.</source>
        <translation>分割區</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>延遲量</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>實例</translation>
    </message>
</context>
<context>
    <name>MessageBytes</name>
    <message>
        <source>Empty text is no JSON</source>
        <translation>空白文字不是 JSON</translation>
    </message>
    <message>
        <source>This is no JSON, see line %1</source>
        <translation>這不是 JSON，請看第 %1 行</translation>
    </message>
    <message>
        <source>Two hexadecimal digits for each byte, such as 00 1f a0</source>
        <translation>每個位元組兩位十六進位數字，例如 00 1f a0</translation>
    </message>
    <message>
        <source>Each line is one JSON object</source>
        <translation>每行是一個 JSON 物件</translation>
    </message>
    <message>
        <source>There are too many messages in the file</source>
        <translation>檔案中的訊息太多</translation>
    </message>
    <message>
        <source>The file is larger than 64 MB</source>
        <translation>檔案大於 64 MB</translation>
    </message>
</context>
<context>
    <name>MoveRows</name>
    <message>
        <source>Topic</source>
        <translation>主題</translation>
    </message>
    <message>
        <source>Part.</source>
        <translation>分割區</translation>
    </message>
    <message>
        <source>From</source>
        <translation>從</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Copies go from %1</source>
        <translation>複本移出 %1</translation>
    </message>
    <message>
        <source>New copies on %1</source>
        <translation>新複本在 %1</translation>
    </message>
</context>
<context>
    <name>NodeStates</name>
    <message>
        <source>ended %1</source>
        <translation>結束於 %1</translation>
    </message>
    <message>
        <source>began %1</source>
        <translation>開始於 %1</translation>
    </message>
    <message>
        <source>try %1</source>
        <translation>第 %1 次嘗試</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/秒</translation>
    </message>
    <message>
        <source>batch %1</source>
        <translation>批次 %1</translation>
    </message>
    <message>
        <source>lag %1</source>
        <translation>延遲量 %1</translation>
    </message>
</context>
<context>
    <name>ObjectPanel</name>
    <message>
        <source>primary %1</source>
        <translation>主鍵 %1</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>欄位</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>型別</translation>
    </message>
    <message>
        <source>Null</source>
        <translation>NULL</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>預設值</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>鍵</translation>
    </message>
    <message>
        <source>References</source>
        <translation>參照</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>註解</translation>
    </message>
    <message>
        <source>generated: %1</source>
        <translation>產生：%1</translation>
    </message>
    <message>
        <source>not null</source>
        <translation>NOT NULL</translation>
    </message>
    <message>
        <source>null</source>
        <translation>NULL</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>對象</translation>
    </message>
    <message>
        <source>May</source>
        <translation>權限</translation>
    </message>
    <message>
        <source>May grant on</source>
        <translation>可再授權</translation>
    </message>
    <message>
        <source>Granted by</source>
        <translation>授權者</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Share of the whole</source>
        <translation>占整體比例</translation>
    </message>
    <message>
        <source>Rows, estimate</source>
        <translation>列數，估計</translation>
    </message>
    <message>
        <source>Whole</source>
        <translation>整體</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>總計</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>資料表</translation>
    </message>
    <message>
        <source>TOAST</source>
        <translation>TOAST</translation>
    </message>
    <message>
        <source>Indexes</source>
        <translation>索引</translation>
    </message>
    <message>
        <source>Indexes, estimate of the last analyze</source>
        <translation>索引，上次 ANALYZE 的估計</translation>
    </message>
    <message>
        <source>Partitions, estimate of the last analyze</source>
        <translation>分割區，上次 ANALYZE 的估計</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>索引</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>掃描次數</translation>
    </message>
    <message>
        <source>Entries read</source>
        <translation>讀取的項目</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>定義</translation>
    </message>
    <message>
        <source>primary</source>
        <translation>主鍵</translation>
    </message>
    <message>
        <source>unique</source>
        <translation>唯一</translation>
    </message>
    <message>
        <source>not valid</source>
        <translation>無效</translation>
    </message>
    <message>
        <source>Not read since the statistics were reset</source>
        <translation>統計重設後未被讀取</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>物件</translation>
    </message>
    <message>
        <source>Through</source>
        <translation>經由</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>會發生的事</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>一併刪除</translation>
    </message>
    <message>
        <source>named in its body</source>
        <translation>函式本體提到其名稱</translation>
    </message>
    <message>
        <source>Dropped with CASCADE, recorded by the server</source>
        <translation>以 CASCADE 刪除，伺服器有記錄</translation>
    </message>
    <message>
        <source>Fails at its next run, function bodies searched as text</source>
        <translation>下次執行時失敗，以文字搜尋函式本體</translation>
    </message>
    <message>
        <source>Dependents of %1</source>
        <translation>相依於 %1 的物件</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>schema</source>
        <translation>綱要</translation>
    </message>
    <message>
        <source>table</source>
        <translation>資料表</translation>
    </message>
    <message>
        <source>partitioned table</source>
        <translation>分割資料表</translation>
    </message>
    <message>
        <source>partition</source>
        <translation>分割區</translation>
    </message>
    <message>
        <source>view</source>
        <translation>檢視表</translation>
    </message>
    <message>
        <source>materialised view</source>
        <translation>實體化檢視表</translation>
    </message>
    <message>
        <source>foreign table</source>
        <translation>外部資料表</translation>
    </message>
    <message>
        <source>sequence</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>index</source>
        <translation>索引</translation>
    </message>
    <message>
        <source>constraint</source>
        <translation>條件約束</translation>
    </message>
    <message>
        <source>trigger</source>
        <translation>觸發程序</translation>
    </message>
    <message>
        <source>function</source>
        <translation>函式</translation>
    </message>
    <message>
        <source>procedure</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>aggregate</source>
        <translation>彙總函式</translation>
    </message>
    <message>
        <source>type</source>
        <translation>型別</translation>
    </message>
    <message>
        <source>column</source>
        <translation>欄位</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>規則</translation>
    </message>
    <message>
        <source>policy</source>
        <translation>政策</translation>
    </message>
    <message>
        <source>object</source>
        <translation>物件</translation>
    </message>
    <message>
        <source>Truncate…</source>
        <translation>清空…</translation>
    </message>
    <message>
        <source>Drop…</source>
        <translation>刪除…</translation>
    </message>
    <message>
        <source>Drop with everything that depends on it…</source>
        <translation>連同所有相依物件刪除…</translation>
    </message>
    <message>
        <source>Analyze</source>
        <translation>分析</translation>
    </message>
    <message>
        <source>Vacuum</source>
        <translation>VACUUM</translation>
    </message>
    <message>
        <source>Rebuild the index</source>
        <translation>重建索引</translation>
    </message>
    <message>
        <source>Refresh its rows</source>
        <translation>重新整理資料列</translation>
    </message>
    <message>
        <source>Refresh its rows, readers go on</source>
        <translation>重新整理資料列，讀取照常</translation>
    </message>
</context>
<context>
    <name>PanelState</name>
    <message>
        <source>Not connected</source>
        <translation>未連線</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>載入中</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>空白</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>錯誤</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>資料過時</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就緒</translation>
    </message>
</context>
<context>
    <name>ParamWords</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 到 %2</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>%1 以上</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>%1 以下</translation>
    </message>
    <message>
        <source>whole number</source>
        <translation>整數</translation>
    </message>
    <message>
        <source>number</source>
        <translation>數字</translation>
    </message>
    <message>
        <source>Must not be empty</source>
        <translation>不可空白</translation>
    </message>
    <message>
        <source>Not a whole number</source>
        <translation>不是整數</translation>
    </message>
    <message>
        <source>Not a number</source>
        <translation>不是數字</translation>
    </message>
    <message>
        <source>Must be %1</source>
        <translation>必須是 %1</translation>
    </message>
    <message>
        <source>Not one of the choices</source>
        <translation>不在選項之中</translation>
    </message>
    <message>
        <source>Not a date like %1</source>
        <translation>不是像 %1 的日期</translation>
    </message>
    <message>
        <source>Not a time like %1</source>
        <translation>不是像 %1 的時間</translation>
    </message>
    <message>
        <source>Not one JSON value</source>
        <translation>不是單一的 JSON 值</translation>
    </message>
    <message>
        <source>Not JSON: %1 at %2</source>
        <translation>不是 JSON：%1，位置 %2</translation>
    </message>
    <message>
        <source>Must be a JSON %1</source>
        <translation>必須是 JSON %1</translation>
    </message>
    <message numerus="yes">
        <source>At least %n characters</source>
        <translation>
            <numerusform>至少 %n 個字元</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %n characters</source>
        <translation>
            <numerusform>至多 %n 個字元</numerusform>
        </translation>
    </message>
    <message>
        <source>Does not match %1</source>
        <translation>不符合 %1</translation>
    </message>
</context>
<context>
    <name>PartitionRows</name>
    <message>
        <source>Part.</source>
        <translation>分割區</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>領導</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>延遲量</translation>
    </message>
    <message>
        <source>Behind</source>
        <translation>落後時間</translation>
    </message>
    <message>
        <source>Consumed</source>
        <translation>消費速率</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>成員</translation>
    </message>
    <message>
        <source>First</source>
        <translation>起始</translation>
    </message>
    <message>
        <source>End</source>
        <translation>結束</translation>
    </message>
    <message>
        <source>Offsets kept</source>
        <translation>保留的位移</translation>
    </message>
    <message>
        <source>Copies on %1, in sync %2</source>
        <translation>複本在 %1，同步的有 %2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>no commit</source>
        <translation>未提交</translation>
    </message>
    <message>
        <source>The group has committed nothing here yet.</source>
        <translation>群組在此尚無任何提交。</translation>
    </message>
    <message>
        <source>Committed %1, but what lies before %2 is no longer kept: it is lost to this group.</source>
        <translation>已提交 %1，但 %2 之前的內容已不再保留：此群組會遺失這些內容。</translation>
    </message>
    <message>
        <source>Committed %1 of %2</source>
        <translation>已提交 %1 / %2</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/秒</translation>
    </message>
</context>
<context>
    <name>PipelineLine</name>
    <message>
        <source>There is no command &quot;pipeline %1&quot;.</source>
        <translation>沒有「pipeline %1」這個命令。</translation>
    </message>
    <message>
        <source>There is no option %1 of pipeline %2.</source>
        <translation>pipeline %2 沒有 %1 選項。</translation>
    </message>
    <message>
        <source>%1 takes no value.</source>
        <translation>%1 不接受值。</translation>
    </message>
    <message>
        <source>%1 needs a value.</source>
        <translation>%1 需要值。</translation>
    </message>
    <message>
        <source>--target is airflow-2 or airflow-3.</source>
        <translation>--target 是 airflow-2 或 airflow-3。</translation>
    </message>
    <message>
        <source>--theme is dark or light.</source>
        <translation>--theme 是 dark 或 light。</translation>
    </message>
    <message>
        <source>pipeline check needs files.</source>
        <translation>pipeline check 需要檔案。</translation>
    </message>
    <message>
        <source>pipeline diff needs two files: the old one, the new one.</source>
        <translation>pipeline diff 需要兩個檔案：舊檔與新檔。</translation>
    </message>
    <message>
        <source>pipeline %1 needs one file.</source>
        <translation>pipeline %1 需要一個檔案。</translation>
    </message>
    <message>
        <source>pipeline %1 needs --out.</source>
        <translation>pipeline %1 需要 --out。</translation>
    </message>
    <message>
        <source>A picture ends in .png or .svg.</source>
        <translation>圖片的副檔名須為 .png 或 .svg。</translation>
    </message>
    <message>
        <source>Usage: pilothouse pipeline COMMAND …

  check FILE… [--json] [--target airflow-2|airflow-3] [--providers FILE] [--environment NAME]
                                    what is wrong, with file, line and column
  generate FILE --target airflow-2|airflow-3 [--providers FILE] --out DIR
           [--environment NAME] [--pipeline NAME]
                                    DAGs, jobs and statements
  import FLOW.json --out FILE|DIR   a JSON flow as pipeline documents
  diff OLD NEW [--json]             nodes, parameters and edges that differ
  picture FILE --out FILE.png|FILE.svg [--theme dark|light] [--pipeline NAME]

No display is needed. Files that somebody changed are never written over.
Exit codes: 0 ok or no difference, 1 found a problem or a difference, 2 wrong usage; diff: 2 a file that cannot be read.
</source>
        <translation>用法：pilothouse pipeline COMMAND …

  check FILE… [--json] [--target airflow-2|airflow-3] [--providers FILE] [--environment NAME]
                                    列出問題，附檔案、行與欄
  generate FILE --target airflow-2|airflow-3 [--providers FILE] --out DIR
           [--environment NAME] [--pipeline NAME]
                                    產生 DAG、作業與陳述式
  import FLOW.json --out FILE|DIR   將 JSON 流程轉為管線文件
  diff OLD NEW [--json]             列出不同的節點、參數與連線
  picture FILE --out FILE.png|FILE.svg [--theme dark|light] [--pipeline NAME]

不需要顯示器。有人改過的檔案絕不會被覆寫。
結束代碼：0 正常或沒有差異，1 發現問題或差異，2 用法錯誤；diff：2 檔案無法讀取。
</translation>
    </message>
    <message>
        <source>%1: error: This folder cannot be made.</source>
        <translation>%1：錯誤：無法建立此資料夾。</translation>
    </message>
    <message>
        <source>Only places: %1</source>
        <translation>只有位置不同：%1</translation>
    </message>
    <message>
        <source>There are several pipelines in it; name one with --pipeline.</source>
        <translation>其中有多個管線；請用 --pipeline 指定一個。</translation>
    </message>
    <message>
        <source>There is no pipeline %1 in it.</source>
        <translation>其中沒有管線 %1。</translation>
    </message>
    <message>
        <source>Somebody changed this file; it is not written over.</source>
        <translation>有人改過此檔案；不會覆寫。</translation>
    </message>
    <message>
        <source>It has Airflow %1, not %2.</source>
        <translation>它的 Airflow 是 %1，不是 %2。</translation>
    </message>
    <message>
        <source>%1: error: Name one of its pipelines with --pipeline: %2</source>
        <translation>%1：錯誤：請用 --pipeline 指定其中一個管線：%2</translation>
    </message>
</context>
<context>
    <name>Pipelines</name>
    <message>
        <source>This folder cannot be made.</source>
        <translation>無法建立此資料夾。</translation>
    </message>
    <message>
        <source>Needs %1 %2 or newer; this is %3.</source>
        <translation>需要 %1 %2 或更新版本；目前是 %3。</translation>
    </message>
    <message>
        <source>Gone since %1 %2; this is %3.</source>
        <translation>自 %1 %2 起已移除；目前是 %3。</translation>
    </message>
    <message>
        <source>%1 alone can do this.</source>
        <translation>只有 %1 能做到。</translation>
    </message>
    <message>
        <source>The target does not have %1.</source>
        <translation>目標沒有 %1。</translation>
    </message>
    <message>
        <source>Needs %1 %2 or newer; the target has %3.</source>
        <translation>需要 %1 %2 或更新版本；目標的版本是 %3。</translation>
    </message>
    <message>
        <source>%1 cannot be generated yet.</source>
        <translation>尚無法產生 %1。</translation>
    </message>
    <message>
        <source>No kind of node is called %1.</source>
        <translation>沒有名為 %1 的節點種類。</translation>
    </message>
    <message>
        <source>%1 is no name of an argument.</source>
        <translation>%1 不是有效的引數名稱。</translation>
    </message>
    <message>
        <source>This argument is program text of another file.</source>
        <translation>此引數是另一個檔案的程式碼。</translation>
    </message>
    <message>
        <source>The edge from %1 has no trigger.</source>
        <translation>來自 %1 的連線沒有觸發方式。</translation>
    </message>
    <message>
        <source>%1 writes no table to look at.</source>
        <translation>%1 沒有寫入可供查看的資料表。</translation>
    </message>
    <message>
        <source>The pipeline&apos;s name is no name of a file.</source>
        <translation>管線名稱不能當作檔案名稱。</translation>
    </message>
    <message>
        <source>%1 is no name of a task.</source>
        <translation>%1 不是有效的任務名稱。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>There is no template %1.</source>
        <translation>沒有範本 %1。</translation>
    </message>
    <message>
        <source>No field is called %1.</source>
        <translation>沒有名為 %1 的欄位。</translation>
    </message>
    <message>
        <source>No part is called %1.</source>
        <translation>沒有名為 %1 的部分。</translation>
    </message>
    <message>
        <source>No topic is connected to it.</source>
        <translation>沒有主題與它相連。</translation>
    </message>
    <message>
        <source>The list of packages has no line apache-airflow==VERSION.</source>
        <translation>套件清單中沒有 apache-airflow==VERSION 這一行。</translation>
    </message>
    <message>
        <source>%1 has no value in the environment %2.</source>
        <translation>%1 在環境 %2 中沒有值。</translation>
    </message>
    <message>
        <source>%1 is no number.</source>
        <translation>%1 不是數字。</translation>
    </message>
    <message>
        <source>%1 is neither true nor false.</source>
        <translation>%1 不是 true 也不是 false。</translation>
    </message>
    <message>
        <source>%1 is no duration, as 90s or 1h30m.</source>
        <translation>%1 不是時間長度，例如 90s 或 1h30m。</translation>
    </message>
    <message>
        <source>%1 is no list.</source>
        <translation>%1 不是清單。</translation>
    </message>
    <message>
        <source>%1 is no list of names and values.</source>
        <translation>%1 不是名稱與值的清單。</translation>
    </message>
    <message>
        <source>%1 is none of the choices.</source>
        <translation>%1 不在選項之中。</translation>
    </message>
    <message>
        <source>%1 is no text.</source>
        <translation>%1 不是文字。</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>缺少 %1。</translation>
    </message>
    <message>
        <source>The code holds a control character.</source>
        <translation>程式碼含有控制字元。</translation>
    </message>
    <message>
        <source>The code ends with a backslash.</source>
        <translation>程式碼以反斜線結尾。</translation>
    </message>
    <message>
        <source>A string in the code is not closed.</source>
        <translation>程式碼中有字串未結束。</translation>
    </message>
    <message>
        <source>The code closes a bracket it did not open.</source>
        <translation>程式碼中有右括號缺少對應的左括號。</translation>
    </message>
    <message>
        <source>A bracket in the code is not closed.</source>
        <translation>程式碼中有括號未關閉。</translation>
    </message>
    <message>
        <source>The target cannot hold a zero byte in a text.</source>
        <translation>目標的文字不能含有零位元組。</translation>
    </message>
    <message>
        <source>A string or comment in the SQL is not closed.</source>
        <translation>SQL 中有字串或註解未結束。</translation>
    </message>
    <message>
        <source>This must be one statement.</source>
        <translation>這裡只能是一個陳述式。</translation>
    </message>
    <message>
        <source>The SQL closes a bracket it did not open.</source>
        <translation>SQL 中有右括號缺少對應的左括號。</translation>
    </message>
    <message>
        <source>A bracket in the SQL is not closed.</source>
        <translation>SQL 中有括號未關閉。</translation>
    </message>
    <message>
        <source>SQL has no value for a list of names and values.</source>
        <translation>SQL 沒有能表示名稱與值清單的值。</translation>
    </message>
    <message>
        <source>A name is missing.</source>
        <translation>缺少名稱。</translation>
    </message>
    <message>
        <source>A command has no word for a list of names and values.</source>
        <translation>命令無法表示名稱與值的清單。</translation>
    </message>
    <message>
        <source>This is no code.</source>
        <translation>這不是程式碼。</translation>
    </message>
    <message>
        <source>A place in the template is not closed.</source>
        <translation>範本中有預留位置未關閉。</translation>
    </message>
    <message>
        <source>{{%1}} is no place for a value.</source>
        <translation>{{%1}} 不是值的預留位置。</translation>
    </message>
    <message>
        <source>No language is called %1.</source>
        <translation>沒有名為 %1 的語言。</translation>
    </message>
    <message>
        <source>%1 is no way to write a value here.</source>
        <translation>這裡不能用 %1 的方式寫入值。</translation>
    </message>
    <message>
        <source>%1 stands in a string or a comment.</source>
        <translation>%1 位於字串或註解中。</translation>
    </message>
    <message>
        <source>%1 does not stand alone.</source>
        <translation>%1 前後不能緊接其他文字。</translation>
    </message>
    <message>
        <source>%1 ends here but did not begin.</source>
        <translation>%1 在此結束，但沒有開始。</translation>
    </message>
    <message>
        <source>A string or comment crosses the end of %1.</source>
        <translation>有字串或註解跨過 %1 的結尾。</translation>
    </message>
    <message>
        <source>A string or comment is not closed.</source>
        <translation>有字串或註解未結束。</translation>
    </message>
    <message>
        <source>%1 begins but does not end.</source>
        <translation>%1 有開始但沒有結束。</translation>
    </message>
    <message>
        <source>%1 runs as a batch for another edge: all edges from it need that trigger.</source>
        <translation>%1 因另一條連線而以批次執行：從它出發的所有連線都需要該觸發方式。</translation>
    </message>
    <message>
        <source>No trigger is called %1.</source>
        <translation>沒有名為 %1 的觸發方式。</translation>
    </message>
    <message>
        <source>dbt needs a plain schema and name here, not %1.</source>
        <translation>dbt 在此需要單純的綱要與名稱，不能是 %1。</translation>
    </message>
    <message>
        <source>dbt needs a plain name of a column, not %1.</source>
        <translation>dbt 需要單純的欄位名稱，不能是 %1。</translation>
    </message>
    <message>
        <source>A test of dbt cannot hold a template of Airflow.</source>
        <translation>dbt 的測試不能含有 Airflow 的範本。</translation>
    </message>
    <message>
        <source>A window needs the column with the time of the event.</source>
        <translation>時間視窗需要記錄事件時間的欄位。</translation>
    </message>
    <message>
        <source>A window needs an aggregate, as count(*).</source>
        <translation>時間視窗需要彙總函式，例如 count(*)。</translation>
    </message>
    <message>
        <source>%1 has no end: let new rows or the time start what follows.</source>
        <translation>%1 不會結束：請改由新資料列或時間啟動後續節點。</translation>
    </message>
</context>
<context>
    <name>ProducerRows</name>
    <message>
        <source>Part.</source>
        <translation>分割區</translation>
    </message>
    <message>
        <source>Producer</source>
        <translation>生產者</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Epoch</translation>
    </message>
    <message>
        <source>Last sequence</source>
        <translation>最後序號</translation>
    </message>
    <message>
        <source>Last write</source>
        <translation>最後寫入</translation>
    </message>
    <message>
        <source>Transaction</source>
        <translation>交易</translation>
    </message>
    <message>
        <source>A transaction is open since this offset</source>
        <translation>自此位移起有交易尚未結束</translation>
    </message>
</context>
<context>
    <name>Profile</name>
    <message>
        <source>an address must not begin with a hyphen</source>
        <translation>位址不可以連字號開頭</translation>
    </message>
    <message>
        <source>user and password do not belong in the address</source>
        <translation>使用者與密碼不應寫在位址裡</translation>
    </message>
    <message>
        <source>not an address; write host:port, a socket path or a URL</source>
        <translation>不是位址；請寫 host:port、socket 路徑或 URL</translation>
    </message>
    <message>
        <source>a port is a number from 1 to 65535</source>
        <translation>連接埠是 1 到 65535 的數字</translation>
    </message>
    <message>
        <source>longer than %1 characters</source>
        <translation>超過 %1 個字元</translation>
    </message>
    <message>
        <source>control characters are not allowed here</source>
        <translation>此處不允許控制字元</translation>
    </message>
    <message>
        <source>an id is 1 to 64 of A-Z a-z 0-9 . _ - and begins with a letter or digit</source>
        <translation>id 為 1 到 64 個字元，可用 A-Z a-z 0-9 . _ -，且以字母或數字開頭</translation>
    </message>
    <message>
        <source>the address is empty</source>
        <translation>位址是空的</translation>
    </message>
    <message>
        <source>not a valid URL</source>
        <translation>不是有效的 URL</translation>
    </message>
    <message>
        <source>a jump is [user@]host[:port]</source>
        <translation>跳板的格式是 [user@]host[:port]</translation>
    </message>
    <message>
        <source>not a time zone of this computer; write Europe/Berlin or UTC</source>
        <translation>這台電腦沒有此時區；請寫 Europe/Berlin 或 UTC</translation>
    </message>
    <message>
        <source>this version cannot steer %1; the entry is kept</source>
        <translation>此版本無法操作 %1；項目會保留</translation>
    </message>
    <message>
        <source>%1 belongs to the module %2</source>
        <translation>%1 屬於模組 %2</translation>
    </message>
    <message>
        <source>%1 has no unix sockets</source>
        <translation>%1 沒有 unix socket</translation>
    </message>
    <message>
        <source>%1 is not reached over TLS</source>
        <translation>%1 不透過 TLS 連線</translation>
    </message>
    <message>
        <source>%1 has no such option; it is kept and not used</source>
        <translation>%1 沒有這個選項；會保留但不使用</translation>
    </message>
    <message>
        <source>the option %1 has no usable value; the default holds</source>
        <translation>選項 %1 的值無法使用；改用預設值</translation>
    </message>
    <message>
        <source>a profile is a list of keys and values, beginning with version: 1</source>
        <translation>設定檔是鍵與值的清單，以 version: 1 開頭</translation>
    </message>
    <message>
        <source>the key version is missing; write version: 1</source>
        <translation>缺少鍵 version；請寫 version: 1</translation>
    </message>
    <message>
        <source>version is a whole number from 1 on</source>
        <translation>version 是從 1 起的整數</translation>
    </message>
    <message>
        <source>made by a newer version of Pilothouse; opened for reading only</source>
        <translation>由較新版的 Pilothouse 建立；以唯讀方式開啟</translation>
    </message>
    <message>
        <source>environment is sandbox, staging or production</source>
        <translation>environment 是 sandbox、staging 或 production</translation>
    </message>
    <message>
        <source>the key environment is missing; write sandbox, staging or production</source>
        <translation>缺少鍵 environment；請寫 sandbox、staging 或 production</translation>
    </message>
    <message>
        <source>writes is on, ask, off or never</source>
        <translation>writes 是 on、ask、off 或 never</translation>
    </message>
    <message>
        <source>services is a list</source>
        <translation>services 是清單</translation>
    </message>
    <message>
        <source>this id is already used in line %1</source>
        <translation>這個 id 已在第 %1 行使用</translation>
    </message>
    <message>
        <source>Correct the lines named here; nothing was changed.</source>
        <translation>請修正這裡列出的幾行；沒有更動任何內容。</translation>
    </message>
    <message>
        <source>There is no profile of this name in %1.</source>
        <translation>%1 裡沒有這個名稱的設定檔。</translation>
    </message>
    <message>
        <source>This file is written in a form that cannot be changed here without losing something. Change it in a text editor.</source>
        <translation>這個檔案的寫法若在此修改會遺失內容，請用文字編輯器修改。</translation>
    </message>
    <message>
        <source>The file was made by a newer version and is not changed by this one.</source>
        <translation>檔案由較新的版本建立，此版本不會更動它。</translation>
    </message>
    <message>
        <source>The file was changed outside Pilothouse. Open it again first.</source>
        <translation>檔案在 Pilothouse 之外被改過。請先重新開啟。</translation>
    </message>
    <message>
        <source>a namespace is written scheme://authority</source>
        <translation>namespace 的寫法是 scheme://authority</translation>
    </message>
    <message>
        <source>mode is off, prefer, require, verify-ca or verify-full</source>
        <translation>mode 是 off、prefer、require、verify-ca 或 verify-full</translation>
    </message>
    <message>
        <source>cert and key are only of use together</source>
        <translation>cert 與 key 必須一起使用</translation>
    </message>
    <message>
        <source>mode is off, so the certificates are not used</source>
        <translation>mode 是 off，因此不會使用憑證</translation>
    </message>
    <message>
        <source>%1 is a single value</source>
        <translation>%1 是單一值</translation>
    </message>
    <message>
        <source>%1 is a list of words</source>
        <translation>%1 是詞的清單</translation>
    </message>
    <message>
        <source>%1 holds keys and values</source>
        <translation>%1 含有鍵與值</translation>
    </message>
    <message>
        <source>a secret does not belong in this file and is not read; use secret: keychain</source>
        <translation>密碼不應寫在這個檔案裡，不會讀取；請用 secret: keychain</translation>
    </message>
    <message>
        <source>unknown key %1, kept and not used</source>
        <translation>未知的鍵 %1，會保留但不使用</translation>
    </message>
    <message>
        <source>a service holds keys and values, beginning with id</source>
        <translation>服務含有鍵與值，以 id 開頭</translation>
    </message>
    <message>
        <source>the key %1 is missing</source>
        <translation>缺少鍵 %1</translation>
    </message>
    <message>
        <source>secret is keychain, env:NAME, sandbox or none</source>
        <translation>secret 是 keychain、env:NAME、sandbox 或 none</translation>
    </message>
    <message>
        <source>there is none on this computer yet; packaging/sandbox/sandbox start makes one.</source>
        <translation>這台電腦上還沒有沙箱；用 packaging/sandbox/sandbox start 建立。</translation>
    </message>
</context>
<context>
    <name>QsciScintilla</name>
    <message>
        <source>&amp;Undo</source>
        <translation>復原(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>剪下(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>複製(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>貼上(&amp;P)</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>全選</translation>
    </message>
</context>
<context>
    <name>QuotaRows</name>
    <message>
        <source>every other user</source>
        <translation>其他所有使用者</translation>
    </message>
    <message>
        <source>user %1</source>
        <translation>使用者 %1</translation>
    </message>
    <message>
        <source>every other client id</source>
        <translation>其他所有用戶端 ID</translation>
    </message>
    <message>
        <source>client id %1</source>
        <translation>用戶端 ID %1</translation>
    </message>
    <message>
        <source>every other address</source>
        <translation>其他所有位址</translation>
    </message>
    <message>
        <source>address %1</source>
        <translation>位址 %1</translation>
    </message>
    <message>
        <source>written to a broker</source>
        <translation>寫入 broker</translation>
    </message>
    <message>
        <source>read from a broker</source>
        <translation>從 broker 讀取</translation>
    </message>
    <message>
        <source>time of a broker&apos;s threads</source>
        <translation>broker 執行緒的時間</translation>
    </message>
    <message>
        <source>partitions made and deleted</source>
        <translation>建立與刪除的分割區</translation>
    </message>
    <message>
        <source>new connections to a broker</source>
        <translation>連到 broker 的新連線</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/秒</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>對象</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>限制</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>上限</translation>
    </message>
</context>
<context>
    <name>RecordsSheet</name>
    <message>
        <source>Part.</source>
        <translation>分割區</translation>
    </message>
    <message>
        <source>Begin now</source>
        <translation>目前起始</translation>
    </message>
    <message>
        <source>First kept</source>
        <translation>最早保留</translation>
    </message>
    <message>
        <source>End</source>
        <translation>結束</translation>
    </message>
    <message>
        <source>Offsets gone</source>
        <translation>消失的位移</translation>
    </message>
</context>
<context>
    <name>Sandbox</name>
    <message>
        <source>The sandbox is not part of this installation.</source>
        <translation>這份安裝不含沙箱。</translation>
    </message>
    <message>
        <source>Start the sandbox</source>
        <translation>啟動沙箱</translation>
    </message>
    <message>
        <source>The sandbox is running</source>
        <translation>沙箱執行中</translation>
    </message>
    <message>
        <source>Stop the sandbox</source>
        <translation>停止沙箱</translation>
    </message>
    <message>
        <source>The sandbox is stopped</source>
        <translation>沙箱已停止</translation>
    </message>
    <message>
        <source>Reset the sandbox</source>
        <translation>重設沙箱</translation>
    </message>
    <message>
        <source>The sandbox is as it was before its first start</source>
        <translation>沙箱已回到首次啟動前的狀態</translation>
    </message>
    <message>
        <source>Installing packages for %1</source>
        <translation>正在安裝 %1 的套件</translation>
    </message>
    <message>
        <source>Preparing %1</source>
        <translation>正在準備 %1</translation>
    </message>
    <message>
        <source>Starting %1</source>
        <translation>正在啟動 %1</translation>
    </message>
    <message>
        <source>%1 answers</source>
        <translation>%1 有回應</translation>
    </message>
    <message>
        <source>Loading demo data into %1</source>
        <translation>正在將示範資料載入 %1</translation>
    </message>
    <message>
        <source>%1 is ready</source>
        <translation>%1 已就緒</translation>
    </message>
    <message>
        <source>Stopping %1</source>
        <translation>正在停止 %1</translation>
    </message>
    <message>
        <source>%1 is stopped</source>
        <translation>%1 已停止</translation>
    </message>
    <message>
        <source>Start %1 in the sandbox</source>
        <translation>啟動沙箱中的 %1</translation>
    </message>
    <message>
        <source>Stop %1 in the sandbox</source>
        <translation>停止沙箱中的 %1</translation>
    </message>
    <message>
        <source>Reset %1 in the sandbox</source>
        <translation>重設沙箱中的 %1</translation>
    </message>
    <message>
        <source>%1 is as it was before its first start</source>
        <translation>%1 已回到首次啟動前的狀態</translation>
    </message>
</context>
<context>
    <name>SandboxActions</name>
    <message>
        <source>Stop %1 in the sandbox</source>
        <translation>停止沙箱中的 %1</translation>
    </message>
    <message>
        <source>Stop %1 in the sandbox?</source>
        <translation>要停止沙箱中的 %1 嗎？</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>What runs on it breaks off, and its panels lose their server. Servers that need it stop too. Its data stay.</source>
        <translation>上面執行中的工作會中斷，相關面板會失去伺服器。需要它的伺服器也會停止。資料會保留。</translation>
    </message>
    <message>
        <source>Stop the sandbox</source>
        <translation>停止沙箱</translation>
    </message>
    <message>
        <source>Stop all servers of the sandbox?</source>
        <translation>要停止沙箱的所有伺服器嗎？</translation>
    </message>
    <message>
        <source>What runs on them breaks off, and their panels lose their servers. All data stay.</source>
        <translation>上面執行中的工作會中斷，相關面板會失去伺服器。所有資料都會保留。</translation>
    </message>
    <message>
        <source>Reset %1 in the sandbox</source>
        <translation>重設沙箱中的 %1</translation>
    </message>
    <message>
        <source>Delete the data of %1 in the sandbox?</source>
        <translation>要刪除沙箱中 %1 的資料嗎？</translation>
    </message>
    <message>
        <source>It stops, and everything in it is deleted, also what you wrote yourself; the same with servers that need it. The next start loads the demo data anew.</source>
        <translation>它會停止，其中所有內容都會刪除，包括您自己寫入的資料；需要它的伺服器也一樣。下次啟動會重新載入示範資料。</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重設</translation>
    </message>
    <message>
        <source>Reset the sandbox</source>
        <translation>重設沙箱</translation>
    </message>
    <message>
        <source>Delete the whole sandbox?</source>
        <translation>要刪除整個沙箱嗎？</translation>
    </message>
    <message>
        <source>All its servers stop. Their data, also what you wrote yourself, their passwords and the sandbox&apos;s profile are deleted. The next start makes everything anew.</source>
        <translation>所有伺服器都會停止。它們的資料（包括您自己寫入的內容）、密碼和沙箱的設定檔都會刪除。下次啟動會重新建立一切。</translation>
    </message>
</context>
<context>
    <name>SandboxChecks</name>
    <message>
        <source>%1 GB free, needs %2</source>
        <translation>剩餘 %1 GB，需要 %2</translation>
    </message>
    <message>
        <source>Packages are installed</source>
        <translation>套件已安裝</translation>
    </message>
    <message>
        <source>%1 will be installed</source>
        <translation>將安裝 %1</translation>
    </message>
    <message>
        <source>Installing packages needs root or sudo; nothing else does.</source>
        <translation>安裝套件需要 root 或 sudo；其他都不需要。</translation>
    </message>
    <message>
        <source>All servers answer</source>
        <translation>所有伺服器都有回應</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>記憶體</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁碟</translation>
    </message>
    <message>
        <source>%1 did not start</source>
        <translation>%1 沒有啟動</translation>
    </message>
    <message>
        <source>Free ports are chosen</source>
        <translation>會選用空閒的連接埠</translation>
    </message>
    <message>
        <source>Ports on this computer only</source>
        <translation>連接埠只開給這台電腦</translation>
    </message>
</context>
<context>
    <name>SchemaBrowser</name>
    <message>
        <source>no access</source>
        <translation>無權限</translation>
    </message>
    <message>
        <source>%1, owner %2, about %3</source>
        <translation>%1，擁有者 %2，約 %3</translation>
    </message>
    <message>
        <source>view</source>
        <translation>檢視表</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>proc</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Indexes</source>
        <translation>索引</translation>
    </message>
    <message>
        <source>Partitions</source>
        <translation>分割區</translation>
    </message>
    <message numerus="yes">
        <source>%1: about %2 row(s), %3</source>
        <translation>
            <numerusform>%1：約 %2 列，%3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Secrets</name>
    <message>
        <source>The variable is not set where Pilothouse was started.</source>
        <translation>啟動 Pilothouse 的環境沒有設定這個變數。</translation>
    </message>
    <message>
        <source>The keychain has no password for this service. Enter it in the connection&apos;s dialog.</source>
        <translation>鑰匙圈沒有這個服務的密碼。請在連線對話框輸入。</translation>
    </message>
    <message>
        <source>The system&apos;s keychain cannot be used. Enter the password at each start, or write secret: env:NAME.</source>
        <translation>無法使用系統的鑰匙圈。請在每次啟動時輸入密碼，或寫 secret: env:NAME。</translation>
    </message>
    <message>
        <source>The system&apos;s keychain did not take the password. It is kept in memory until Pilothouse ends.</source>
        <translation>系統的鑰匙圈沒有接受密碼。密碼會留在記憶體，直到 Pilothouse 結束。</translation>
    </message>
    <message>
        <source>Others may read the sandbox&apos;s passwords. Run: chmod 600 %1</source>
        <translation>其他人可能讀得到沙箱的密碼。請執行：chmod 600 %1</translation>
    </message>
    <message>
        <source>The sandbox has no password for this service. Start the sandbox again.</source>
        <translation>沙箱沒有這個服務的密碼。請重新啟動沙箱。</translation>
    </message>
</context>
<context>
    <name>SettingRows</name>
    <message>
        <source>topic</source>
        <translation>主題</translation>
    </message>
    <message>
        <source>broker</source>
        <translation>broker</translation>
    </message>
    <message>
        <source>cluster</source>
        <translation>叢集</translation>
    </message>
    <message>
        <source>broker&apos;s file</source>
        <translation>broker 的檔案</translation>
    </message>
    <message>
        <source>default</source>
        <translation>預設</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>From</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>Without it: %1</source>
        <translation>沒有它時：%1</translation>
    </message>
</context>
<context>
    <name>ShellWorkbench</name>
    <message>
        <source>as %1</source>
        <translation>身分 %1</translation>
    </message>
</context>
<context>
    <name>StreamText</name>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 時</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 分</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>for ever</source>
        <translation>永久</translation>
    </message>
    <message>
        <source>compact, %1</source>
        <translation>compact，%1</translation>
    </message>
    <message>
        <source>compact</source>
        <translation>compact</translation>
    </message>
</context>
<context>
    <name>TableStore</name>
    <message>
        <source>The result is longer than the space for results. The rows that arrived can be read and exported; export the query straight to a file for all of them.</source>
        <translation>結果超過可存放的空間。已收到的列可以查看與匯出；若要全部，請將查詢直接匯出到檔案。</translation>
    </message>
    <message>
        <source>Check the folder for results and the space left on its disk.</source>
        <translation>請檢查存放結果的資料夾與磁碟剩餘空間。</translation>
    </message>
</context>
<context>
    <name>TaskGraph</name>
    <message>
        <source>try %1</source>
        <translation>第 %1 次</translation>
    </message>
    <message>
        <source>DAG</source>
        <translation>DAG 工作流程</translation>
    </message>
    <message>
        <source>asset</source>
        <translation>資產</translation>
    </message>
    <message>
        <source>triggers a DAG</source>
        <translation>觸發 DAG</translation>
    </message>
    <message>
        <source>waits for a DAG</source>
        <translation>等待 DAG</translation>
    </message>
    <message>
        <source>mapped</source>
        <translation>對應</translation>
    </message>
</context>
<context>
    <name>TopicName</name>
    <message>
        <source>A topic needs a name</source>
        <translation>主題需要名稱</translation>
    </message>
    <message>
        <source>“.” and “..” are not allowed as names</source>
        <translation>名稱不可為「.」或「..」</translation>
    </message>
    <message>
        <source>At most 249 characters, these are %1</source>
        <translation>至多 249 個字元，目前有 %1 個</translation>
    </message>
    <message>
        <source>“%1” is not allowed: only a-z, A-Z, 0-9, “.”, “_” and “-”</source>
        <translation>不允許「%1」：只能用 a-z、A-Z、0-9、「.」、「_」與「-」</translation>
    </message>
    <message>
        <source>One of %1</source>
        <translation>可用值：%1</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>A whole number</source>
        <translation>整數</translation>
    </message>
    <message>
        <source>A number</source>
        <translation>數字</translation>
    </message>
</context>
<context>
    <name>TopicRows</name>
    <message>
        <source>Topic</source>
        <translation>主題</translation>
    </message>
    <message>
        <source>Part.</source>
        <translation>分割區</translation>
    </message>
    <message>
        <source>RF</source>
        <translation>RF</translation>
    </message>
    <message>
        <source>In /s</source>
        <translation>寫入/秒</translation>
    </message>
    <message>
        <source>Last 10 min</source>
        <translation>近 10 分鐘</translation>
    </message>
    <message>
        <source>Bytes /s</source>
        <translation>位元組/秒</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Keeps</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Max lag</source>
        <translation>最大延遲量</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>綱要</translation>
    </message>
    <message>
        <source>not there any more</source>
        <translation>已不存在</translation>
    </message>
    <message numerus="yes">
        <source>%n partition(s) without a leader</source>
        <translation>
            <numerusform>%n 個分割區沒有領導者</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n partition(s) with too few copies in sync</source>
        <translation>
            <numerusform>%n 個分割區的同步複本不足</numerusform>
        </translation>
    </message>
    <message>
        <source>messages are lost to %1</source>
        <translation>%1 遺失了訊息</translation>
    </message>
    <message>
        <source>the lag of %1 grows</source>
        <translation>%1 的延遲量增加中</translation>
    </message>
    <message>
        <source>all copies in sync</source>
        <translation>所有複本皆同步</translation>
    </message>
    <message>
        <source>No group that was read so far has committed in this topic.</source>
        <translation>目前讀到的群組都沒有在此主題提交。</translation>
    </message>
    <message>
        <source>%1 is furthest behind, of %2</source>
        <translation>%2 個群組中，%1 落後最多</translation>
    </message>
    <message>
        <source>Copies of each partition</source>
        <translation>每個分割區的複本數</translation>
    </message>
    <message>
        <source>%1 messages per second</source>
        <translation>每秒 %1 則訊息</translation>
    </message>
    <message>
        <source>Not recorded yet</source>
        <translation>尚無記錄</translation>
    </message>
    <message>
        <source>Messages per second in the last ten minutes; a gap was not recorded</source>
        <translation>最近十分鐘每秒的訊息數；空缺表示沒有記錄</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/秒</translation>
    </message>
    <message>
        <source>By how the leaders&apos; logs grow</source>
        <translation>依領導者日誌的增長計算</translation>
    </message>
    <message>
        <source>%1 bytes, all copies</source>
        <translation>%1 位元組，含所有複本</translation>
    </message>
</context>
<context>
    <name>WhyNotRunning</name>
    <message>
        <source>not told</source>
        <translation>未提供</translation>
    </message>
    <message>
        <source>DAG paused</source>
        <translation>DAG 已暫停</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Pool</source>
        <translation>資源池</translation>
    </message>
    <message>
        <source>Pool %1</source>
        <translation>資源池 %1</translation>
    </message>
    <message>
        <source>may not be read</source>
        <translation>無權讀取</translation>
    </message>
    <message>
        <source>could not be read</source>
        <translation>無法讀取</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>無上限</translation>
    </message>
    <message>
        <source>%1 of %2 used</source>
        <translation>已用 %1/%2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>Trigger rule</source>
        <translation>觸發規則</translation>
    </message>
    <message>
        <source>Trigger rule %1</source>
        <translation>觸發規則 %1</translation>
    </message>
    <message>
        <source>no task before it</source>
        <translation>前面沒有任務</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>已完成 %1 / %2</translation>
    </message>
    <message>
        <source>can no longer be met</source>
        <translation>已無法滿足</translation>
    </message>
    <message>
        <source>usual %1</source>
        <translation>通常 %1</translation>
    </message>
    <message>
        <source>%1, usual %2</source>
        <translation>%1，通常 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n tasks</source>
        <translation>
            <numerusform>%n 個任務</numerusform>
        </translation>
    </message>
    <message>
        <source>yes, no run before it</source>
        <translation>是，之前沒有執行</translation>
    </message>
    <message>
        <source>yes, the run before is not known</source>
        <translation>是，前一次執行未知</translation>
    </message>
    <message>
        <source>yes, the run before: %1</source>
        <translation>是，前一次執行：%1</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1前</translation>
    </message>
    <message>
        <source>Waits for its next try</source>
        <translation>等待下次嘗試</translation>
    </message>
    <message>
        <source>time not told</source>
        <translation>時間未提供</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>%1 後</translation>
    </message>
    <message>
        <source>due</source>
        <translation>已到時間</translation>
    </message>
    <message>
        <source>The DAG&apos;s file has an error, so nothing of it is scheduled.</source>
        <translation>DAG 的檔案有錯誤，因此不會排程任何任務。</translation>
    </message>
    <message>
        <source>The DAG is paused.</source>
        <translation>DAG 已暫停。</translation>
    </message>
    <message>
        <source>Its start date has not come yet.</source>
        <translation>尚未到開始日期。</translation>
    </message>
    <message>
        <source>It waits for a slot in %1.</source>
        <translation>正在等待 %1 的名額。</translation>
    </message>
    <message>
        <source>The DAG already has as many active runs as it may.</source>
        <translation>DAG 的進行中執行已達上限。</translation>
    </message>
    <message>
        <source>The DAG already runs as many tasks as it may.</source>
        <translation>DAG 的執行中任務已達上限。</translation>
    </message>
    <message>
        <source>Its trigger rule can no longer be met.</source>
        <translation>觸發規則已無法滿足。</translation>
    </message>
    <message>
        <source>It waits for %1.</source>
        <translation>正在等待 %1。</translation>
    </message>
    <message>
        <source>It waits for the same task in the run before.</source>
        <translation>正在等待前一次執行的同一任務。</translation>
    </message>
    <message>
        <source>It waits for its next try, %1.</source>
        <translation>正在等待下次嘗試，%1。</translation>
    </message>
    <message>
        <source>When that ends, it waits for a slot in %1.</source>
        <translation>之後還要等待 %1 的名額。</translation>
    </message>
    <message>
        <source>When that ends, it waits until fewer tasks of the DAG run.</source>
        <translation>之後還要等 DAG 的執行中任務減少。</translation>
    </message>
    <message>
        <source>The scheduler has not picked this run up yet.</source>
        <translation>排程器尚未處理這次執行。</translation>
    </message>
    <message>
        <source>It has its slot and waits for a worker.</source>
        <translation>已有名額，正在等待工作者。</translation>
    </message>
    <message>
        <source>It waits in the triggerer for its event.</source>
        <translation>在 triggerer 中等待事件。</translation>
    </message>
    <message>
        <source>A sensor that gave its slot back; it looks again later.</source>
        <translation>感測器已歸還名額，稍後會再檢查。</translation>
    </message>
    <message>
        <source>It waits for a person to answer.</source>
        <translation>等待人員回應。</translation>
    </message>
    <message>
        <source>Nothing that can be read holds it back. The scheduler should start it soon.</source>
        <translation>讀得到的資訊中沒有任何阻礙，排程器應會很快啟動它。</translation>
    </message>
    <message>
        <source>Import error</source>
        <translation>匯入錯誤</translation>
    </message>
    <message>
        <source>Start date</source>
        <translation>開始日期</translation>
    </message>
    <message>
        <source>Active runs, %1</source>
        <translation>進行中執行，%1</translation>
    </message>
    <message>
        <source>Active tasks, %1</source>
        <translation>進行中任務，%1</translation>
    </message>
    <message>
        <source>Mapped instances at once</source>
        <translation>同時的對應實例</translation>
    </message>
    <message>
        <source>Scheduler heartbeat</source>
        <translation>排程器心跳</translation>
    </message>
    <message>
        <source>Triggerer heartbeat</source>
        <translation>triggerer 心跳</translation>
    </message>
    <message>
        <source>It runs, for %1 by now.</source>
        <translation>正在執行，目前已 %1。</translation>
    </message>
    <message>
        <source>It does not wait: it ended as %1.</source>
        <translation>並未等待：已以 %1 結束。</translation>
    </message>
    <message>
        <source>As many of its instances run as may.</source>
        <translation>其實例的執行數已達上限。</translation>
    </message>
    <message>
        <source>When that ends, it waits until fewer of its instances run.</source>
        <translation>之後還要等其實例的執行數減少。</translation>
    </message>
    <message>
        <source>It will not run: a task before it failed.</source>
        <translation>它不會執行：前面有任務失敗。</translation>
    </message>
    <message>
        <source>It will not run: %1 before it ended badly.</source>
        <translation>它不會執行：前面的 %1 沒有順利結束。</translation>
    </message>
    <message numerus="yes">
        <source>It will not run: %n tasks before it ended badly.</source>
        <translation>
            <numerusform>它不會執行：前面有 %n 個任務沒有順利結束。</numerusform>
        </translation>
    </message>
    <message>
        <source>Instances at once</source>
        <translation>同時的實例數</translation>
    </message>
    <message>
        <source>The server says that its scheduler is not well: %1.</source>
        <translation>伺服器表示排程器異常：%1。</translation>
    </message>
    <message>
        <source>The scheduler was last heard from %1.</source>
        <translation>最後一次收到排程器的訊息是在 %1。</translation>
    </message>
    <message>
        <source>The server says that its triggerer is not well: %1.</source>
        <translation>伺服器表示 triggerer 異常：%1。</translation>
    </message>
    <message>
        <source>The triggerer was last heard from %1.</source>
        <translation>最後一次收到 triggerer 的訊息是在 %1。</translation>
    </message>
    <message>
        <source>The scheduler that started it</source>
        <translation>啟動它的排程器</translation>
    </message>
    <message>
        <source>heard %1 ago</source>
        <translation>%1 前有回應</translation>
    </message>
    <message>
        <source>another one works</source>
        <translation>另一個正常運作</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>The server says %1, but the scheduler that started it has not been heard since %2. It may be lost; the server notices that by itself.</source>
        <translation>伺服器說是 %1，但啟動它的排程器自 %2 起就沒有回應。它可能已遺失；伺服器會自行發現。</translation>
    </message>
    <message>
        <source>The server says %1, but its scheduler is not well: %2. Nobody would notice that it stopped.</source>
        <translation>伺服器說是 %1，但它的排程器不正常：%2。就算停止了也不會有人發現。</translation>
    </message>
    <message>
        <source>The server says %1, but the scheduler has not been heard since %2, for %3. Nobody would notice that it stopped.</source>
        <translation>伺服器說是 %1，但排程器自 %2 起已 %3 沒有回應。就算停止了也不會有人發現。</translation>
    </message>
</context>
<context>
    <name>WorkText</name>
    <message>
        <source>ended without error</source>
        <translation>無錯誤結束</translation>
    </message>
    <message>
        <source>no try left</source>
        <translation>已無剩餘嘗試</translation>
    </message>
    <message>
        <source>a worker executes it</source>
        <translation>由工作者執行中</translation>
    </message>
    <message>
        <source>cleared while running</source>
        <translation>執行中被清除</translation>
    </message>
    <message>
        <source>has a slot, waits for a worker</source>
        <translation>已有名額，等待工作者</translation>
    </message>
    <message>
        <source>ready, waits for a slot</source>
        <translation>就緒，等待名額</translation>
    </message>
    <message>
        <source>waits in the triggerer</source>
        <translation>在 triggerer 中等待</translation>
    </message>
    <message>
        <source>waits for a person</source>
        <translation>等待人員回應</translation>
    </message>
    <message>
        <source>failed, next try is timed</source>
        <translation>失敗，已排定下次嘗試</translation>
    </message>
    <message>
        <source>sensor gave its slot back</source>
        <translation>感測器已歸還名額</translation>
    </message>
    <message>
        <source>a task before it failed</source>
        <translation>前面的任務失敗</translation>
    </message>
    <message>
        <source>branch or rule left it out</source>
        <translation>被分支或規則略過</translation>
    </message>
    <message>
        <source>no longer in the code</source>
        <translation>已不在程式碼中</translation>
    </message>
    <message>
        <source>not looked at yet</source>
        <translation>尚未處理</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 分</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 時</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>%1 m %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h %2 m</source>
        <translation>%1 時 %2 分</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 天 %2 時</translation>
    </message>
    <message>
        <source>Airflow does not reach its metadata database.</source>
        <translation>Airflow 連不到它的中繼資料庫。</translation>
    </message>
    <message>
        <source>The scheduler has been silent since %1: nothing new starts, and nobody looks after what runs.</source>
        <translation>排程器自 %1 起沒有回應：不會啟動新的工作，執行中的也無人照看。</translation>
    </message>
    <message>
        <source>No scheduler runs: nothing new starts, and nobody looks after what runs.</source>
        <translation>沒有排程器在執行：不會啟動新的工作，執行中的也無人照看。</translation>
    </message>
    <message>
        <source>The triggerer has been silent since %1: deferred tasks do not go on.</source>
        <translation>觸發器自 %1 起沒有回應：延後的任務不會繼續。</translation>
    </message>
    <message>
        <source>No triggerer runs: deferred tasks do not go on.</source>
        <translation>沒有觸發器在執行：延後的任務不會繼續。</translation>
    </message>
    <message>
        <source>The DAG processor has been silent since %1: changed files are not seen.</source>
        <translation>DAG 處理器自 %1 起沒有回應：看不到檔案的變更。</translation>
    </message>
    <message>
        <source>No DAG processor runs: changed files are not seen.</source>
        <translation>沒有 DAG 處理器在執行：看不到檔案的變更。</translation>
    </message>
    <message numerus="yes">
        <source>%n more instances</source>
        <translation>
            <numerusform>還有 %n 個實例</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WriteModes</name>
    <message>
        <source>Protected</source>
        <translation>受保護</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>唯讀</translation>
    </message>
    <message>
        <source>Writes on until %1</source>
        <translation>寫入開啟至 %1</translation>
    </message>
    <message>
        <source>Asks before writes</source>
        <translation>寫入前先詢問</translation>
    </message>
    <message>
        <source>Writes on</source>
        <translation>寫入已開啟</translation>
    </message>
    <message>
        <source>Writes are off for this connection. Its pill in the status bar has the switch.</source>
        <translation>這個連線已關閉寫入。開關在狀態列的連線標籤裡。</translation>
    </message>
    <message>
        <source>Protected: this profile never lets the window change anything.</source>
        <translation>受保護：此設定檔不允許這個視窗做任何更動。</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>Open tabs cannot be remembered: the file cannot be written. It is tried again.</source>
        <translation>無法記住開啟的分頁：檔案不能寫入。會再次嘗試。</translation>
    </message>
    <message>
        <source>Unsaved work cannot be written to the disk. It stays in memory and is tried again.</source>
        <translation>未儲存的內容無法寫入磁碟。會留在記憶體並再次嘗試。</translation>
    </message>
    <message>
        <source>The audit log cannot be written, so nothing was sent.</source>
        <translation>無法寫入稽核記錄，因此沒有送出任何內容。</translation>
    </message>
    <message>
        <source>The history of statements cannot be written.</source>
        <translation>無法寫入陳述式歷史。</translation>
    </message>
    <message>
        <source>Ask for less at a time.</source>
        <translation>請一次少要求一點。</translation>
    </message>
    <message>
        <source>Names for ssh may hold letters, digits, dots and dashes, and may not begin with a dash.</source>
        <translation>ssh 的名稱可含字母、數字、點與連字號，且不可以連字號開頭。</translation>
    </message>
    <message>
        <source>Install the ssh client of your system.</source>
        <translation>請安裝系統的 ssh 用戶端。</translation>
    </message>
    <message>
        <source>Try the same host with ssh in a terminal: the key must be in the agent or without a passphrase, and the host key known.</source>
        <translation>請在終端機用 ssh 連到同一台主機試試：金鑰必須在 agent 裡或沒有密語，且主機金鑰為已知。</translation>
    </message>
    <message>
        <source>Check the certificate files of this service in the profile. A key must be readable and without a passphrase.</source>
        <translation>請檢查設定檔中這個服務的憑證檔。金鑰必須可讀且沒有密語。</translation>
    </message>
    <message>
        <source>The server&apos;s certificate was made for another name. Use the name it was made for, or have a new one made.</source>
        <translation>伺服器的憑證是發給另一個名稱的。請使用該名稱，或重新申請憑證。</translation>
    </message>
    <message>
        <source>The server&apos;s certificate has expired and must be renewed.</source>
        <translation>伺服器的憑證已過期，必須更新。</translation>
    </message>
    <message>
        <source>Name the authority that signed the server&apos;s certificate in the profile (tls: ca).</source>
        <translation>請在設定檔指定簽發伺服器憑證的機構（tls: ca）。</translation>
    </message>
    <message>
        <source>The server wants a client certificate it knows (tls: cert, key).</source>
        <translation>伺服器要求它認得的用戶端憑證（tls: cert, key）。</translation>
    </message>
    <message>
        <source>The server may not speak TLS on this port.</source>
        <translation>伺服器在這個連接埠可能不支援 TLS。</translation>
    </message>
    <message>
        <source>The history of metrics cannot be written.</source>
        <translation>無法寫入量測值的歷史記錄。</translation>
    </message>
</context>
<context>
    <name>database</name>
    <message>
        <source>Export to %1</source>
        <translation>匯出到 %1</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>資料庫</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>查詢</translation>
    </message>
    <message>
        <source>Locks</source>
        <translation>鎖定</translation>
    </message>
    <message>
        <source>Run statement</source>
        <translation>執行陳述式</translation>
    </message>
    <message>
        <source>Run this on %1?</source>
        <translation>要在 %1 執行這個嗎？</translation>
    </message>
    <message>
        <source>The statement may change data or structure.</source>
        <translation>這個陳述式可能更動資料或結構。</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>執行</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>物件</translation>
    </message>
    <message>
        <source>WHERE takes one condition, without parameters.</source>
        <translation>WHERE 只能填一個條件，不含參數。</translation>
    </message>
    <message>
        <source>New query, SQL editor, worksheet</source>
        <translation>新查詢,SQL 編輯器,工作表,new query,SQL editor</translation>
    </message>
    <message>
        <source>Lock cockpit, blocking, blocked, waiting, sessions, deadlock</source>
        <translation>鎖定總覽,封鎖,等待,工作階段,死結,locks,blocking,cockpit,deadlock</translation>
    </message>
    <message>
        <source>The open transaction is gone: its connection ended, and the server rolled back what was not committed.</source>
        <translation>進行中的交易已不存在：其連線已中斷，伺服器已回復尚未提交的內容。</translation>
    </message>
</context>
<context>
    <name>pilothouse::app::Application</name>
    <message>
        <source>Roll back and change the language</source>
        <translation>回復並切換語言</translation>
    </message>
    <message>
        <source>Roll back and reconnect</source>
        <translation>回復並重新連線</translation>
    </message>
    <message>
        <source>Roll back and switch</source>
        <translation>回復並切換</translation>
    </message>
</context>
<context>
    <name>pilothouse::app::ComposeCard</name>
    <message>
        <source>Import docker-compose.yaml</source>
        <translation>匯入 docker-compose.yaml</translation>
    </message>
    <message>
        <source>Reads images, ports and environment, then proposes a profile. The file itself is never changed.</source>
        <translation>讀取映像檔、連接埠與環境變數，再提出設定檔建議。檔案本身絕不更動。</translation>
    </message>
    <message>
        <source>Drop a file here, or</source>
        <translation>將檔案拖到這裡，或</translation>
    </message>
    <message>
        <source>choose one</source>
        <translation>選擇檔案</translation>
    </message>
    <message>
        <source>What the file holds</source>
        <translation>檔案內容</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>匯入</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>選擇檔案…</translation>
    </message>
    <message>
        <source>Compose files (*.yaml *.yml)</source>
        <translation>Compose 檔案 (*.yaml *.yml)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有檔案 (*)</translation>
    </message>
    <message>
        <source>Left out: %1</source>
        <translation>略過：%1</translation>
    </message>
    <message>
        <source>Kept for later versions: %1</source>
        <translation>保留給之後的版本：%1</translation>
    </message>
    <message>
        <source>This version cannot steer them; they stay in the profile.</source>
        <translation>此版本無法操作它們；會留在設定檔裡。</translation>
    </message>
    <message numerus="yes">
        <source>Import %n service(s)</source>
        <translation>
            <numerusform>匯入 %n 個服務</numerusform>
        </translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>已匯入</translation>
    </message>
    <message>
        <source>The profile cannot be saved</source>
        <translation>無法儲存設定檔</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n service(s) recognised</source>
        <translation>
            <numerusform>辨識出 %1 / %n 個服務</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::app::ConnectCard</name>
    <message>
        <source>Connect to my platform</source>
        <translation>連到我的平台</translation>
    </message>
    <message>
        <source>Passwords go to the system&apos;s keychain</source>
        <translation>密碼存入系統的鑰匙圈</translation>
    </message>
    <message>
        <source>No keychain: passwords are asked for at each start</source>
        <translation>沒有鑰匙圈：每次啟動時詢問密碼</translation>
    </message>
    <message>
        <source>Enter one address and Pilothouse looks for the rest. Each change is shown and asked for before it is sent.</source>
        <translation>輸入一個位址，Pilothouse 會尋找其他服務。每次更動都會先顯示並詢問才送出。</translation>
    </message>
    <message>
        <source>Add service</source>
        <translation>新增服務</translation>
    </message>
    <message numerus="yes">
        <source>Connect %n service(s)</source>
        <translation>
            <numerusform>連線 %n 個服務</numerusform>
        </translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>連線</translation>
    </message>
    <message>
        <source>My platform</source>
        <translation>我的平台</translation>
    </message>
    <message>
        <source>The profile cannot be saved</source>
        <translation>無法儲存設定檔</translation>
    </message>
</context>
<context>
    <name>pilothouse::app::ConnectRow</name>
    <message>
        <source>host:%1</source>
        <translation>host:%1</translation>
    </message>
    <message>
        <source>Address of %1</source>
        <translation>%1 的位址</translation>
    </message>
    <message>
        <source>User</source>
        <translation>使用者</translation>
    </message>
    <message>
        <source>User for %1</source>
        <translation>%1 的使用者</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密碼</translation>
    </message>
    <message>
        <source>Password for %1</source>
        <translation>%1 的密碼</translation>
    </message>
    <message>
        <source>%1 answers</source>
        <translation>%1 有回應</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 does not accept it</source>
        <translation>%1 不接受</translation>
    </message>
    <message>
        <source>%1 asks for a password</source>
        <translation>%1 要求密碼</translation>
    </message>
</context>
<context>
    <name>pilothouse::app::ConnectionForm</name>
    <message>
        <source>a PEM file</source>
        <translation>PEM 檔案</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>選擇：%1</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Shop database</source>
        <translation>商店資料庫</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>位址</translation>
    </message>
    <message>
        <source>User</source>
        <translation>使用者</translation>
    </message>
    <message>
        <source>in the system&apos;s keychain</source>
        <translation>在系統的鑰匙圈</translation>
    </message>
    <message>
        <source>in an environment variable</source>
        <translation>在環境變數</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
    <message>
        <source>Password is kept</source>
        <translation>密碼存放處</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密碼</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>變數</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>加密</translation>
    </message>
    <message>
        <source>off</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>if the server offers it</source>
        <translation>伺服器支援時使用</translation>
    </message>
    <message>
        <source>required, certificate not checked</source>
        <translation>必須，不檢查憑證</translation>
    </message>
    <message>
        <source>certificate checked</source>
        <translation>檢查憑證</translation>
    </message>
    <message>
        <source>certificate and name checked</source>
        <translation>檢查憑證與名稱</translation>
    </message>
    <message>
        <source>Authority (CA)</source>
        <translation>憑證授權單位 (CA)</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>憑證</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>鍵</translation>
    </message>
    <message>
        <source>ssh jump host</source>
        <translation>ssh 跳板主機</translation>
    </message>
    <message>
        <source>[user@]host[:port]</source>
        <translation>[user@]host[:port]</translation>
    </message>
    <message>
        <source>in the sandbox</source>
        <translation>在沙箱中</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>未變更</translation>
    </message>
    <message>
        <source>host:%1</source>
        <translation>host:%1</translation>
    </message>
    <message>
        <source>%1 or a socket&apos;s path</source>
        <translation>%1 或 socket 的路徑</translation>
    </message>
    <message>
        <source>another service has it</source>
        <translation>其他服務已使用</translation>
    </message>
    <message>
        <source>letters, digits and _ only</source>
        <translation>只能用字母、數字與 _</translation>
    </message>
    <message>
        <source>certificate and key are only of use together</source>
        <translation>憑證與金鑰必須一起使用</translation>
    </message>
    <message>
        <source>not a value it can have</source>
        <translation>不是可用的值</translation>
    </message>
    <message>
        <source>%1 (ms)</source>
        <translation>%1（毫秒）</translation>
    </message>
</context>
<context>
    <name>pilothouse::app::ConnectionPopover</name>
    <message>
        <source>Connection</source>
        <translation>連線</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>位址</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>連線</translation>
    </message>
    <message>
        <source>Last answer</source>
        <translation>上次回應</translation>
    </message>
    <message>
        <source>Allow writes for 15 minutes</source>
        <translation>允許寫入 15 分鐘</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>再次詢問</translation>
    </message>
    <message>
        <source>Show in its module</source>
        <translation>在所屬模組中顯示</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1 through %2</source>
        <translation>%1，經由 %2</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>尚不清楚</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>尚無</translation>
    </message>
    <message>
        <source>This version of Pilothouse cannot steer %1. The entry stays in the profile.</source>
        <translation>此版本的 Pilothouse 無法操作 %1。項目會留在設定檔裡。</translation>
    </message>
    <message>
        <source>Writes allowed for %1</source>
        <translation>已允許寫入 %1</translation>
    </message>
    <message>
        <source>%1 · asked again in %2 s</source>
        <translation>%1 · %2 秒後再詢問</translation>
    </message>
</context>
<context>
    <name>pilothouse::app::ConnectionsDialog</name>
    <message>
        <source>Connections</source>
        <translation>連線</translation>
    </message>
    <message>
        <source>This profile was made by a newer version. It is shown and not changed.</source>
        <translation>這個設定檔由較新的版本建立，只供檢視，不會更動。</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>My platform</source>
        <translation>我的平台</translation>
    </message>
    <message>
        <source>Staging</source>
        <translation>預備環境</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>正式環境</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>沙箱</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>設定檔</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>環境</translation>
    </message>
    <message>
        <source>Services of the profile</source>
        <translation>設定檔的服務</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>測試</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>%1: this version cannot steer it; the entry is kept</source>
        <translation>%1：此版本無法操作；項目會保留</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Asking %1 …</source>
        <translation>正在詢問 %1 …</translation>
    </message>
    <message>
        <source>%1 answers, %2 ms</source>
        <translation>%1 有回應，%2 ms</translation>
    </message>
    <message>
        <source>The profile needs a name.</source>
        <translation>設定檔需要名稱。</translation>
    </message>
    <message>
        <source>Saved in %1</source>
        <translation>已儲存於 %1</translation>
    </message>
    <message>
        <source>Remove %1 from the profile?</source>
        <translation>要從設定檔移除 %1 嗎？</translation>
    </message>
    <message>
        <source>The entry and its password in the keychain go. The service itself is not touched.</source>
        <translation>項目與鑰匙圈裡的密碼會移除。服務本身不受影響。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>This connection was edited</source>
        <translation>這個連線已修改</translation>
    </message>
    <message>
        <source>What was changed here is not saved yet.</source>
        <translation>這裡的修改尚未儲存。</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>捨棄</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>繼續編輯</translation>
    </message>
</context>
<context>
    <name>pilothouse::app::Doctor</name>
    <message>
        <source>cannot be read</source>
        <translation>無法讀取</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>逾時未回應</translation>
    </message>
    <message>
        <source>can be written</source>
        <translation>可以寫入</translation>
    </message>
    <message>
        <source>cannot be written</source>
        <translation>無法寫入</translation>
    </message>
    <message>
        <source>Drafts, history and settings live here. Check its owner and the disk.</source>
        <translation>草稿、歷史與設定存放於此。請檢查擁有者與磁碟。</translation>
    </message>
    <message>
        <source>%1 MB free</source>
        <translation>剩餘 %1 MB</translation>
    </message>
    <message>
        <source>Large results stop early, and drafts may not be saved.</source>
        <translation>大型結果會提早停止，草稿可能無法儲存。</translation>
    </message>
    <message>
        <source>fontconfig does not answer</source>
        <translation>fontconfig 沒有回應</translation>
    </message>
    <message>
        <source>no font for this language</source>
        <translation>沒有這個語言的字型</translation>
    </message>
    <message>
        <source>Install the package %1.</source>
        <translation>請安裝套件 %1。</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>找不到</translation>
    </message>
    <message>
        <source>none was named and there is no sandbox yet</source>
        <translation>沒有指定設定檔，也還沒有沙箱</translation>
    </message>
    <message numerus="yes">
        <source>%n service(s)</source>
        <translation>
            <numerusform>%n 個服務</numerusform>
        </translation>
    </message>
    <message>
        <source>this version cannot steer %1</source>
        <translation>此版本無法操作 %1</translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation>沒有回應</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>有回應</translation>
    </message>
    <message>
        <source>answers, but is not well</source>
        <translation>有回應，但狀況不佳</translation>
    </message>
    <message>
        <source>cannot be used</source>
        <translation>無法使用</translation>
    </message>
    <message>
        <source>Passwords are asked for at each start, or come from secret: env:NAME.</source>
        <translation>密碼會在每次啟動時詢問，或取自 secret: env:NAME。</translation>
    </message>
    <message>
        <source>its script does not answer</source>
        <translation>它的指令稿沒有回應</translation>
    </message>
    <message>
        <source>cannot be checked</source>
        <translation>無法檢查</translation>
    </message>
</context>
<context>
    <name>pilothouse::app::FirstRunPanel</name>
    <message>
        <source>Where should Pilothouse connect?</source>
        <translation>Pilothouse 要連到哪裡？</translation>
    </message>
    <message>
        <source>Pick one to begin. You can add more profiles at any time from the top bar.</source>
        <translation>選一個開始。之後隨時可以從頂端列新增設定檔。</translation>
    </message>
    <message>
        <source>Start the sandbox</source>
        <translation>啟動沙箱</translation>
    </message>
    <message>
        <source>Connect to my platform</source>
        <translation>連到我的平台</translation>
    </message>
    <message>
        <source>Import docker-compose.yaml</source>
        <translation>匯入 docker-compose.yaml</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>歡迎</translation>
    </message>
</context>
<context>
    <name>pilothouse::app::HelpDialog</name>
    <message>
        <source>Help</source>
        <translation>說明</translation>
    </message>
    <message>
        <source>Where to begin</source>
        <translation>從哪裡開始</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>診斷</translation>
    </message>
    <message>
        <source>Stalls of the window</source>
        <translation>視窗停頓</translation>
    </message>
    <message>
        <source>Log folder</source>
        <translation>記錄檔資料夾</translation>
    </message>
    <message>
        <source>State folder</source>
        <translation>狀態資料夾</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>複製診斷資訊</translation>
    </message>
    <message>
        <source>Open the log folder</source>
        <translation>開啟記錄檔資料夾</translation>
    </message>
    <message>
        <source>longest %1 ms, p99.9 %2 ms, of %3 busy spells</source>
        <translation>最長 %1 ms，p99.9 %2 ms，共 %3 次忙碌</translation>
    </message>
</context>
<context>
    <name>pilothouse::app::LiveButton</name>
    <message>
        <source>Live</source>
        <translation>即時</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Live on or off</source>
        <translation>開啟或關閉即時</translation>
    </message>
</context>
<context>
    <name>pilothouse::app::LookBar</name>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外觀</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系統</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>淺色</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>密度</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>緊密</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>寬鬆</translation>
    </message>
    <message>
        <source>Every action is in the command palette.</source>
        <translation>所有動作都在命令面板裡。</translation>
    </message>
    <message>
        <source>All shortcuts</source>
        <translation>所有快速鍵</translation>
    </message>
</context>
<context>
    <name>pilothouse::app::MainWindow</name>
    <message>
        <source>No tab is open</source>
        <translation>沒有開啟的分頁</translation>
    </message>
    <message>
        <source>Pick a module on the rail, or jump to any object by its name.</source>
        <translation>從側欄選擇模組，或輸入名稱跳到任何物件。</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>New tab</source>
        <translation>新分頁</translation>
    </message>
    <message>
        <source>All shortcuts for this view</source>
        <translation>這個畫面的所有快速鍵</translation>
    </message>
    <message>
        <source>Expand or collapse the rail</source>
        <translation>展開或收合側欄</translation>
    </message>
    <message>
        <source>Switch profile</source>
        <translation>切換設定檔</translation>
    </message>
    <message>
        <source>Edit connections</source>
        <translation>編輯連線</translation>
    </message>
    <message>
        <source>Next tab</source>
        <translation>下一個分頁</translation>
    </message>
    <message>
        <source>Previous tab</source>
        <translation>上一個分頁</translation>
    </message>
    <message>
        <source>Close tab</source>
        <translation>關閉分頁</translation>
    </message>
    <message>
        <source>Reopen the tab closed last</source>
        <translation>重新開啟最後關閉的分頁</translation>
    </message>
    <message>
        <source>Split right</source>
        <translation>向右分割</translation>
    </message>
    <message>
        <source>Split below</source>
        <translation>向下分割</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>下一個窗格</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>上一個窗格</translation>
    </message>
    <message>
        <source>Back, including time range changes</source>
        <translation>返回，包括時間範圍的變更</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前進</translation>
    </message>
    <message>
        <source>Refresh this panel</source>
        <translation>重新整理這個面板</translation>
    </message>
    <message>
        <source>Live on or off</source>
        <translation>開啟或關閉即時</translation>
    </message>
    <message>
        <source>Time range</source>
        <translation>時間範圍</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>工作</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Help and diagnostics</source>
        <translation>說明與診斷</translation>
    </message>
    <message>
        <source>Quit Pilothouse</source>
        <translation>結束 Pilothouse</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>歡迎</translation>
    </message>
    <message>
        <source>Tabs</source>
        <translation>分頁</translation>
    </message>
    <message>
        <source>Move to the next group</source>
        <translation>移到下一個群組</translation>
    </message>
    <message>
        <source>Move left</source>
        <translation>左移</translation>
    </message>
    <message>
        <source>Move right</source>
        <translation>右移</translation>
    </message>
    <message>
        <source>Close the others in this group</source>
        <translation>關閉群組內其他分頁</translation>
    </message>
    <message>
        <source>Edit connections…</source>
        <translation>編輯連線…</translation>
    </message>
    <message>
        <source>New profile…</source>
        <translation>新設定檔…</translation>
    </message>
    <message>
        <source>Layout of the window</source>
        <translation>視窗配置</translation>
    </message>
    <message>
        <source>More connections</source>
        <translation>更多連線</translation>
    </message>
    <message>
        <source>Roll back and quit</source>
        <translation>回復並結束</translation>
    </message>
    <message numerus="yes">
        <source>%n tab(s) have an open transaction</source>
        <translation>
            <numerusform>%n 個分頁有尚未結束的交易</numerusform>
        </translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>留下</translation>
    </message>
    <message>
        <source>Roll back and switch</source>
        <translation>回復並切換</translation>
    </message>
</context>
<context>
    <name>pilothouse::app::PaletteController</name>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>Open tabs</source>
        <translation>開啟的分頁</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>動作</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Go to a time</source>
        <translation>前往時間</translation>
    </message>
    <message>
        <source>Last %1</source>
        <translation>最近 %1</translation>
    </message>
    <message>
        <source>Type a time (14:05), a date and time, or a span (15m, 6h, 7d)</source>
        <translation>輸入時間（14:05）、日期與時間，或時間長度（15m、6h、7d）</translation>
    </message>
    <message>
        <source>Around %1</source>
        <translation>%1 前後</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>New tab</source>
        <translation>新分頁</translation>
    </message>
</context>
<context>
    <name>pilothouse::app::PaletteField</name>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Jump to an object, a tab or an action…</source>
        <translation>跳到物件、分頁或動作…</translation>
    </message>
</context>
<context>
    <name>pilothouse::app::PasswordPrompt</name>
    <message>
        <source>Password</source>
        <translation>密碼</translation>
    </message>
    <message>
        <source>Password for %1</source>
        <translation>%1 的密碼</translation>
    </message>
    <message>
        <source>Password of %1 for %2</source>
        <translation>%2 的 %1 密碼</translation>
    </message>
    <message>
        <source>The system&apos;s keychain cannot be used, so the password is kept in memory until Pilothouse ends.</source>
        <translation>無法使用系統的鑰匙圈，密碼會留在記憶體直到 Pilothouse 結束。</translation>
    </message>
    <message>
        <source>Profile %1. The keychain has no password for it yet.</source>
        <translation>設定檔 %1。鑰匙圈還沒有它的密碼。</translation>
    </message>
    <message>
        <source>Keep it in the system&apos;s keychain</source>
        <translation>存入系統的鑰匙圈</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>現在不要</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>連線</translation>
    </message>
</context>
<context>
    <name>pilothouse::app::PillRow</name>
    <message>
        <source>refused</source>
        <translation>遭拒絕</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>沒有回應</translation>
    </message>
    <message>
        <source>sign-in failed</source>
        <translation>登入失敗</translation>
    </message>
    <message>
        <source>broken reply</source>
        <translation>回覆不完整</translation>
    </message>
    <message>
        <source>not supported</source>
        <translation>不支援</translation>
    </message>
    <message>
        <source>failing</source>
        <translation>異常</translation>
    </message>
    <message>
        <source>not steered</source>
        <translation>無法操作</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>&lt; 1 ms</source>
        <translation>&lt; 1 ms</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>連線中</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>連線</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另外 %n 個</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <translation>自 %2 起%1</translation>
    </message>
    <message>
        <source>waits for its password</source>
        <translation>正在等待密碼</translation>
    </message>
</context>
<context>
    <name>pilothouse::app::ProfileSwitcher</name>
    <message>
        <source>No profile</source>
        <translation>沒有設定檔</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Profile: %1</source>
        <translation>設定檔：%1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Switch profile</source>
        <translation>切換設定檔</translation>
    </message>
</context>
<context>
    <name>pilothouse::app::Rail</name>
    <message>
        <source>Help</source>
        <translation>說明</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Modules</source>
        <translation>模組</translation>
    </message>
</context>
<context>
    <name>pilothouse::app::RailItem</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>pilothouse::app::SandboxActions</name>
    <message>
        <source>Start %1 in the sandbox</source>
        <translation>在沙箱中啟動 %1</translation>
    </message>
    <message>
        <source>Stop %1 in the sandbox…</source>
        <translation>停止沙箱中的 %1…</translation>
    </message>
    <message>
        <source>Start the sandbox</source>
        <translation>啟動沙箱</translation>
    </message>
    <message>
        <source>Stop the sandbox…</source>
        <translation>停止沙箱…</translation>
    </message>
    <message>
        <source>Reset the sandbox…</source>
        <translation>重設沙箱…</translation>
    </message>
    <message>
        <source>Reset %1 in the sandbox…</source>
        <translation>重設沙箱中的 %1…</translation>
    </message>
    <message>
        <source>Start in the sandbox</source>
        <translation>在沙箱中啟動</translation>
    </message>
</context>
<context>
    <name>pilothouse::app::SandboxCard</name>
    <message>
        <source>Start the sandbox</source>
        <translation>啟動沙箱</translation>
    </message>
    <message>
        <source>Real servers on this computer with the sample data of a shop, and a little live traffic. Nothing leaves the machine.</source>
        <translation>在這台電腦執行的真實伺服器，附商店範例資料與少量即時流量。沒有資料會離開這台機器。</translation>
    </message>
    <message>
        <source>Progress of the sandbox</source>
        <translation>沙箱進度</translation>
    </message>
    <message>
        <source>The sandbox does not answer</source>
        <translation>沙箱沒有回應</translation>
    </message>
    <message>
        <source>Open the sandbox</source>
        <translation>開啟沙箱</translation>
    </message>
    <message>
        <source>a few minutes</source>
        <translation>幾分鐘</translation>
    </message>
    <message>
        <source>about a minute</source>
        <translation>約一分鐘</translation>
    </message>
    <message>
        <source>a few seconds</source>
        <translation>幾秒鐘</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>啟動中</translation>
    </message>
</context>
<context>
    <name>pilothouse::app::ServiceProbe</name>
    <message>
        <source>no answer in time</source>
        <translation>逾時未回應</translation>
    </message>
</context>
<context>
    <name>pilothouse::app::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外觀</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>佈景主題</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系統</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>淺色</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>密度</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>緊密</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>寬鬆</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高對比</translation>
    </message>
    <message>
        <source>Stronger borders and a wider focus ring.</source>
        <translation>較明顯的框線與較寬的焦點框。</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>減少動態效果</translation>
    </message>
    <message>
        <source>Nothing slides, fades or runs along an edge.</source>
        <translation>不滑動、不淡出入，也不沿邊線移動。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>The tabs open again in the new language.</source>
        <translation>分頁會以新的語言重新開啟。</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>快速鍵</translation>
    </message>
    <message>
        <source>Shortcut of %1</source>
        <translation>%1 的快速鍵</translation>
    </message>
    <message>
        <source>%1 already belongs to “%2”.</source>
        <translation>%1 已用於「%2」。</translation>
    </message>
</context>
<context>
    <name>pilothouse::app::Sheet</name>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>pilothouse::app::ShellWorkbench</name>
    <message>
        <source>%1 is not in this profile</source>
        <translation>%1 不在此設定檔</translation>
    </message>
    <message>
        <source>%1 has no panel in this version</source>
        <translation>%1 在此版本沒有面板</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>顯示</translation>
    </message>
    <message numerus="yes">
        <source>%n panel(s) show older values</source>
        <translation>
            <numerusform>%n 個面板顯示舊值</numerusform>
        </translation>
    </message>
    <message>
        <source>The profile %1 cannot be used</source>
        <translation>設定檔 %1 無法使用</translation>
    </message>
    <message>
        <source>What was open stays as it was.</source>
        <translation>已開啟的內容維持原狀。</translation>
    </message>
</context>
<context>
    <name>pilothouse::app::ShortcutSheet</name>
    <message>
        <source>Shortcuts</source>
        <translation>快速鍵</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>視窗</translation>
    </message>
</context>
<context>
    <name>pilothouse::app::StatusBar</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>running</source>
        <translation>執行中</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>遭拒絕</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>outcome unknown</source>
        <translation>結果不明</translation>
    </message>
    <message numerus="yes">
        <source>Notifications: %n not seen</source>
        <translation>
            <numerusform>通知：%n 則未讀</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel this task</source>
        <translation>取消這項工作</translation>
    </message>
    <message>
        <source>Status bar</source>
        <translation>狀態列</translation>
    </message>
    <message numerus="yes">
        <source>%1 row(s)</source>
        <translation>
            <numerusform>%1 列</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 key(s)</source>
        <translation>
            <numerusform>%1 個鍵</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::app::TabGroup</name>
    <message>
        <source>New tab</source>
        <translation>新分頁</translation>
    </message>
    <message>
        <source>Split right</source>
        <translation>向右分割</translation>
    </message>
    <message>
        <source>More about these tabs</source>
        <translation>這些分頁的更多動作</translation>
    </message>
</context>
<context>
    <name>pilothouse::app::TabStrip</name>
    <message>
        <source>Tabs</source>
        <translation>分頁</translation>
    </message>
    <message>
        <source>%1, not saved</source>
        <translation>%1，未儲存</translation>
    </message>
    <message>
        <source>Close (Ctrl W)</source>
        <translation>關閉（Ctrl W）</translation>
    </message>
</context>
<context>
    <name>pilothouse::app::TaskButton</name>
    <message numerus="yes">
        <source>+%n more</source>
        <translation>
            <numerusform>另外 %n 項</numerusform>
        </translation>
    </message>
    <message>
        <source>Outcome unknown: %1</source>
        <translation>結果不明：%1</translation>
    </message>
    <message>
        <source>No background tasks</source>
        <translation>沒有背景工作</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Tasks: %1</source>
        <translation>工作：%1</translation>
    </message>
</context>
<context>
    <name>pilothouse::app::TaskPopover</name>
    <message>
        <source>Tasks</source>
        <translation>工作</translation>
    </message>
    <message>
        <source>Nothing has run yet.</source>
        <translation>還沒有執行過任何工作。</translation>
    </message>
    <message>
        <source>Remove from the list: %1</source>
        <translation>從清單移除：%1</translation>
    </message>
    <message>
        <source>Cancel: %1</source>
        <translation>取消：%1</translation>
    </message>
</context>
<context>
    <name>pilothouse::app::TimeRangeButton</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Time range</source>
        <translation>時間範圍</translation>
    </message>
    <message>
        <source>Time range: %1, %2</source>
        <translation>時間範圍：%1，%2</translation>
    </message>
</context>
<context>
    <name>pilothouse::app::TimeRangePopover</name>
    <message>
        <source>Time range</source>
        <translation>時間範圍</translation>
    </message>
    <message>
        <source>Last 5 min</source>
        <translation>最近 5 分鐘</translation>
    </message>
    <message>
        <source>Last 15 min</source>
        <translation>最近 15 分鐘</translation>
    </message>
    <message>
        <source>Last 30 min</source>
        <translation>最近 30 分鐘</translation>
    </message>
    <message>
        <source>Last 1 hour</source>
        <translation>最近 1 小時</translation>
    </message>
    <message>
        <source>Last 6 hours</source>
        <translation>最近 6 小時</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>最近 24 小時</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>From</source>
        <translation>從</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Use this range</source>
        <translation>使用這個範圍</translation>
    </message>
    <message>
        <source>The end must be after the start.</source>
        <translation>結束必須晚於開始。</translation>
    </message>
    <message>
        <source>Write both ends as year-month-day hour:minute:second.</source>
        <translation>起訖都請寫成 年-月-日 時:分:秒。</translation>
    </message>
</context>
<context>
    <name>pilothouse::app::TopBar</name>
    <message>
        <source>Production</source>
        <translation>正式環境</translation>
    </message>
    <message>
        <source>Staging</source>
        <translation>預備環境</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>沙箱</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 小時</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分</translation>
    </message>
    <message>
        <source>Last %1</source>
        <translation>最近 %1</translation>
    </message>
    <message>
        <source>Layout of the window</source>
        <translation>視窗配置</translation>
    </message>
    <message>
        <source>Top bar</source>
        <translation>頂端列</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n 小時</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::database::ExportDialog</name>
    <message>
        <source>Export the result</source>
        <translation>匯出結果</translation>
    </message>
    <message>
        <source>Table of the INSERT statements, as it is written in SQL:</source>
        <translation>INSERT 陳述式的資料表，依 SQL 的寫法：</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>匯出</translation>
    </message>
</context>
<context>
    <name>pilothouse::database::HistoryPopup</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n 列</numerusform>
        </translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>not finished</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>History of statements</source>
        <translation>陳述式歷史</translation>
    </message>
    <message>
        <source>Filter the history</source>
        <translation>篩選歷史</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>陳述式</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>Statements, newest first</source>
        <translation>陳述式，新的在前</translation>
    </message>
</context>
<context>
    <name>pilothouse::database::LockModel</name>
    <message>
        <source>prepared</source>
        <translation>已備妥</translation>
    </message>
    <message>
        <source>Pilothouse</source>
        <translation>Pilothouse</translation>
    </message>
    <message numerus="yes">
        <source>blocks %n</source>
        <translation>
            <numerusform>擋住 %n 個</numerusform>
        </translation>
    </message>
    <message>
        <source>Session</source>
        <translation>工作階段</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>also waits for %1, see there what waits behind it</source>
        <translation>也在等 %1，排在它後面的列在那裡</translation>
    </message>
</context>
<context>
    <name>pilothouse::database::LocksPanel</name>
    <message>
        <source>asking %1</source>
        <translation>正在詢問 %1</translation>
    </message>
    <message>
        <source>Locks · %1</source>
        <translation>鎖定 · %1</translation>
    </message>
    <message>
        <source>Locks</source>
        <translation>鎖定</translation>
    </message>
    <message>
        <source>Sessions shown</source>
        <translation>顯示的工作階段</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>被阻擋</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>重新整理</translation>
    </message>
    <message>
        <source>Blocking sessions</source>
        <translation>阻擋他人的工作階段</translation>
    </message>
    <message>
        <source>Terminate the chosen session…</source>
        <translation>中止選取的工作階段…</translation>
    </message>
    <message>
        <source>Copy pid and query</source>
        <translation>複製 pid 與查詢</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) wait</source>
        <translation>
            <numerusform>%n 個工作階段等待中</numerusform>
        </translation>
    </message>
    <message>
        <source>no session waits</source>
        <translation>沒有工作階段在等待</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>全部 %1</translation>
    </message>
    <message>
        <source>Root blockers %1</source>
        <translation>根源阻擋者 %1</translation>
    </message>
    <message>
        <source>Longest wait %1</source>
        <translation>最長等待 %1</translation>
    </message>
    <message>
        <source>Longest transaction %1</source>
        <translation>最長交易 %1</translation>
    </message>
    <message>
        <source>Writes are off for this connection</source>
        <translation>這個連線已關閉寫入</translation>
    </message>
    <message>
        <source>No session waits. Longest transaction %1.</source>
        <translation>沒有工作階段在等待。最長交易 %1。</translation>
    </message>
    <message>
        <source>reserved connection</source>
        <translation>保留的連線</translation>
    </message>
    <message>
        <source>Opened in advance: it answers when all slots are taken.</source>
        <translation>已事先開啟：所有連線名額用盡時仍能回應。</translation>
    </message>
    <message>
        <source>Sessions over time</source>
        <translation>工作階段時間軸</translation>
    </message>
    <message>
        <source>drag to zoom, Z</source>
        <translation>拖曳以縮放，Z</translation>
    </message>
    <message>
        <source>Zoom to the wait</source>
        <translation>縮放至等待區間</translation>
    </message>
    <message>
        <source>Sampled every 2 s since %1</source>
        <translation>自 %1 起每 2 s 取樣</translation>
    </message>
</context>
<context>
    <name>pilothouse::database::ObjectData</name>
    <message>
        <source>Rows</source>
        <translation>資料列</translation>
    </message>
    <message>
        <source>Values as stored</source>
        <translation>以原始值顯示</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>上一頁</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一頁</translation>
    </message>
    <message>
        <source>Rows are not read yet</source>
        <translation>尚未讀取資料列</translation>
    </message>
    <message>
        <source>This tab was open when the window closed.</source>
        <translation>視窗關閉時這個分頁是開著的。</translation>
    </message>
    <message>
        <source>Read the rows</source>
        <translation>讀取資料列</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>No row was read.</source>
        <translation>沒有讀取任何列。</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>再次讀取</translation>
    </message>
    <message>
        <source>No row</source>
        <translation>沒有資料列</translation>
    </message>
    <message>
        <source>No row matches</source>
        <translation>沒有相符的列</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1 是空的。</translation>
    </message>
    <message>
        <source>Read in %1 s.</source>
        <translation>%1 秒讀完。</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s), in no order</source>
        <translation>
            <numerusform>%n 列，無順序</numerusform>
        </translation>
    </message>
    <message>
        <source>No further row</source>
        <translation>沒有更多列</translation>
    </message>
    <message>
        <source>Rows %1 to %2, by key, newest first</source>
        <translation>第 %1 到 %2 列，依鍵，新的在前</translation>
    </message>
    <message>
        <source>Pages are read by key, no transaction stays open</source>
        <translation>依鍵分頁讀取，不會有交易保持開啟</translation>
    </message>
    <message>
        <source>The condition was not accepted</source>
        <translation>條件未被接受</translation>
    </message>
    <message>
        <source>Read without it</source>
        <translation>不加條件讀取</translation>
    </message>
    <message>
        <source>Not sorted by %1: %2</source>
        <translation>未依 %1 排序：%2</translation>
    </message>
    <message>
        <source>The rows of %1 cannot be read</source>
        <translation>無法讀取 %1 的資料列</translation>
    </message>
    <message>
        <source>at character %1 of: %2</source>
        <translation>位於第 %1 個字元：%2</translation>
    </message>
    <message>
        <source>Open as query</source>
        <translation>以查詢開啟</translation>
    </message>
    <message>
        <source>Rows %1 to %2, by %3, downwards</source>
        <translation>第 %1 到 %2 列，依 %3 遞減</translation>
    </message>
    <message>
        <source>Rows %1 to %2, by %3, upwards</source>
        <translation>第 %1 到 %2 列，依 %3 遞增</translation>
    </message>
    <message>
        <source>Rows %1 to %2, in no order</source>
        <translation>第 %1 到 %2 列，無特定順序</translation>
    </message>
    <message>
        <source>Pages are counted from the first row: changes in between move rows</source>
        <translation>分頁從第一列數起：其間的變更會使資料列移位</translation>
    </message>
    <message>
        <source>The order was not accepted</source>
        <translation>排序未被接受</translation>
    </message>
    <message>
        <source>Read without the order</source>
        <translation>不排序讀取</translation>
    </message>
</context>
<context>
    <name>pilothouse::database::ObjectFacts</name>
    <message>
        <source>Rows, estimate</source>
        <translation>列數，估計</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>資料表</translation>
    </message>
    <message>
        <source>Indexes</source>
        <translation>索引</translation>
    </message>
    <message>
        <source>TOAST</source>
        <translation>TOAST</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>總計</translation>
    </message>
    <message>
        <source>Index scans, seq scans</source>
        <translation>索引掃描、循序掃描</translation>
    </message>
    <message>
        <source>Last analyze</source>
        <translation>上次 ANALYZE</translation>
    </message>
    <message>
        <source>An estimate of the last analyze</source>
        <translation>上次 ANALYZE 的估計</translation>
    </message>
    <message>
        <source>%1 live rows, %2 dead rows</source>
        <translation>%1 個有效列，%2 個無效列</translation>
    </message>
    <message>
        <source>Last vacuum %1</source>
        <translation>上次 VACUUM %1</translation>
    </message>
</context>
<context>
    <name>pilothouse::database::ObjectPanel</name>
    <message>
        <source>No object chosen</source>
        <translation>未選擇物件</translation>
    </message>
    <message>
        <source>Open a table, view or function from the schemas or the palette.</source>
        <translation>從綱要樹或命令面板開啟資料表、檢視表或函式。</translation>
    </message>
    <message>
        <source>Object · %1</source>
        <translation>物件 · %1</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>物件</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>引數</translation>
    </message>
    <message>
        <source>What can be done with it</source>
        <translation>可對它做的事</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>重新整理</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>欄位</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>資料</translation>
    </message>
    <message>
        <source>DDL</source>
        <translation>DDL</translation>
    </message>
    <message>
        <source>Dependents</source>
        <translation>相依物件</translation>
    </message>
    <message>
        <source>Privileges</source>
        <translation>權限</translation>
    </message>
    <message>
        <source>Sizes</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Index use</source>
        <translation>索引使用</translation>
    </message>
    <message>
        <source>WHERE</source>
        <translation>WHERE</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>定義</translation>
    </message>
    <message>
        <source>What breaks if I drop this</source>
        <translation>刪除它會影響什麼</translation>
    </message>
    <message>
        <source>Copy list</source>
        <translation>複製清單</translation>
    </message>
    <message>
        <source>Stop reading rows</source>
        <translation>停止讀取資料列</translation>
    </message>
    <message>
        <source>Page of rows before</source>
        <translation>上一頁資料列</translation>
    </message>
    <message>
        <source>Next page of rows</source>
        <translation>下一頁資料列</translation>
    </message>
    <message>
        <source>Query its rows</source>
        <translation>查詢其資料列</translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation>複製名稱</translation>
    </message>
    <message>
        <source>asking %1</source>
        <translation>正在詢問 %1</translation>
    </message>
    <message>
        <source>%1 is not there</source>
        <translation>%1 不存在</translation>
    </message>
    <message>
        <source>It was dropped or renamed, or this role may not see it.</source>
        <translation>它已被刪除或改名，或這個角色看不到它。</translation>
    </message>
    <message>
        <source>partitioned by %1</source>
        <translation>依 %1 分割</translation>
    </message>
    <message numerus="yes">
        <source>%n partition(s)</source>
        <translation>
            <numerusform>%n 個分割區</numerusform>
        </translation>
    </message>
    <message>
        <source>owner %1</source>
        <translation>擁有者 %1</translation>
    </message>
    <message>
        <source>runs as its owner</source>
        <translation>以擁有者身分執行</translation>
    </message>
    <message>
        <source>Nothing here depends on it</source>
        <translation>沒有物件相依於它</translation>
    </message>
    <message>
        <source>The server records no dependent, and no function body names it. Programs outside the database are not known here.</source>
        <translation>伺服器沒有記錄相依物件，也沒有函式本體提到它。資料庫之外的程式無從得知。</translation>
    </message>
    <message numerus="yes">
        <source>DROP is refused without CASCADE: %n object(s) hold on to it</source>
        <translation>
            <numerusform>不加 CASCADE 時 DROP 會被拒絕：有 %n 個物件依附於它</numerusform>
        </translation>
    </message>
    <message>
        <source>DROP goes through; what names it fails at its next run</source>
        <translation>DROP 會成功；提到它的函式下次執行會失敗</translation>
    </message>
    <message>
        <source>Writes are off for this connection</source>
        <translation>這個連線已關閉寫入</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>檢視</translation>
    </message>
    <message>
        <source>Show who holds it up in the lock cockpit</source>
        <translation>在鎖定面板中顯示是誰擋住它</translation>
    </message>
    <message numerus="yes">
        <source>%n dependent(s)</source>
        <translation>
            <numerusform>%n 個相依項目</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) wait, held up by %1</source>
        <translation>
            <numerusform>%n 個工作階段在等待，被 %1 擋住</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) wait</source>
        <translation>
            <numerusform>%n 個工作階段等待中</numerusform>
        </translation>
    </message>
    <message>
        <source>WHERE: %1</source>
        <translation>WHERE：%1</translation>
    </message>
    <message>
        <source>WHERE, character %1: %2</source>
        <translation>WHERE，第 %1 個字元：%2</translation>
    </message>
</context>
<context>
    <name>pilothouse::database::ObjectTab</name>
    <message>
        <source>asking %1</source>
        <translation>正在詢問 %1</translation>
    </message>
</context>
<context>
    <name>pilothouse::database::ObjectTabBar</name>
    <message>
        <source>Parts of the object</source>
        <translation>物件的各部分</translation>
    </message>
</context>
<context>
    <name>pilothouse::database::ParamBar</name>
    <message>
        <source>Parameter %1</source>
        <translation>參數 %1</translation>
    </message>
</context>
<context>
    <name>pilothouse::database::PlanModel</name>
    <message>
        <source>never ran</source>
        <translation>從未執行</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>節點</translation>
    </message>
    <message>
        <source>Self time</source>
        <translation>自身時間</translation>
    </message>
    <message>
        <source>Rows, est → actual</source>
        <translation>列數，估計 → 實際</translation>
    </message>
    <message>
        <source>Rows, est</source>
        <translation>列數，估計</translation>
    </message>
    <message>
        <source>Loops</source>
        <translation>迴圈</translation>
    </message>
    <message>
        <source>Buffers</source>
        <translation>緩衝區</translation>
    </message>
    <message>
        <source>Cost: %1..%2</source>
        <translation>成本：%1..%2</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>成本</translation>
    </message>
</context>
<context>
    <name>pilothouse::database::PlanView</name>
    <message>
        <source>Explain</source>
        <translation>EXPLAIN</translation>
    </message>
    <message>
        <source>Form of the plan</source>
        <translation>執行計畫的呈現方式</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>樹狀</translation>
    </message>
    <message>
        <source>Close the plan</source>
        <translation>關閉執行計畫</translation>
    </message>
    <message>
        <source>Query plan</source>
        <translation>執行計畫</translation>
    </message>
    <message>
        <source>Plan as JSON</source>
        <translation>JSON 格式的執行計畫</translation>
    </message>
    <message>
        <source>Explain analyze</source>
        <translation>EXPLAIN ANALYZE</translation>
    </message>
    <message>
        <source>estimates only</source>
        <translation>只有估計值</translation>
    </message>
    <message>
        <source>%1, rolled back</source>
        <translation>%1，已回復</translation>
    </message>
    <message>
        <source>%1: the estimate is %2 × too low</source>
        <translation>%1：估計值低了 %2 倍</translation>
    </message>
    <message>
        <source>%1: the estimate is %2 × too high</source>
        <translation>%1：估計值高了 %2 倍</translation>
    </message>
    <message>
        <source>Run ANALYZE</source>
        <translation>執行 ANALYZE</translation>
    </message>
    <message>
        <source>It may write, so it was not run: estimates only. &quot;Explain and analyze inside a rollback&quot; measures it.</source>
        <translation>它可能寫入，因此沒有執行：只有估計值。「EXPLAIN ANALYZE 後回復」會實際量測。</translation>
    </message>
</context>
<context>
    <name>pilothouse::database::QueryBar</name>
    <message>
        <source>Run</source>
        <translation>執行</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>EXPLAIN</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>回復</translation>
    </message>
    <message>
        <source>History</source>
        <translation>歷史</translation>
    </message>
    <message>
        <source>Transaction open</source>
        <translation>交易進行中</translation>
    </message>
</context>
<context>
    <name>pilothouse::database::QueryPanel</name>
    <message>
        <source>%1 · query</source>
        <translation>%1 · 查詢</translation>
    </message>
    <message>
        <source>Query · %1</source>
        <translation>查詢 · %1</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>回復</translation>
    </message>
    <message>
        <source>SQL</source>
        <translation>SQL</translation>
    </message>
    <message>
        <source>Try: %1</source>
        <translation>試試：%1</translation>
    </message>
    <message>
        <source>Run the statement or the selection</source>
        <translation>執行陳述式或選取範圍</translation>
    </message>
    <message>
        <source>Run all statements</source>
        <translation>執行所有陳述式</translation>
    </message>
    <message>
        <source>Stop the query</source>
        <translation>停止查詢</translation>
    </message>
    <message>
        <source>Explain, without running</source>
        <translation>EXPLAIN，不執行</translation>
    </message>
    <message>
        <source>Explain and analyze</source>
        <translation>EXPLAIN ANALYZE</translation>
    </message>
    <message>
        <source>Explain and analyze inside a rollback</source>
        <translation>EXPLAIN ANALYZE 後回復</translation>
    </message>
    <message>
        <source>History of statements</source>
        <translation>陳述式歷史</translation>
    </message>
    <message>
        <source>Export the result to a file</source>
        <translation>將結果匯出到檔案</translation>
    </message>
    <message>
        <source>Refresh schemas and completion</source>
        <translation>重新整理綱要與自動完成</translation>
    </message>
    <message>
        <source>Reconnect</source>
        <translation>重新連線</translation>
    </message>
    <message>
        <source>Filter the schemas</source>
        <translation>篩選綱要</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>asking %1</source>
        <translation>正在詢問 %1</translation>
    </message>
    <message>
        <source>Guarded by the server&apos;s role: it may not write.</source>
        <translation>由伺服器的角色把關：該角色不得寫入。</translation>
    </message>
    <message>
        <source>Filtered by Pilothouse. A role that may not write is safer.</source>
        <translation>由 Pilothouse 過濾。使用不得寫入的角色更安全。</translation>
    </message>
    <message>
        <source>Line %1, column %2: </source>
        <translation>第 %1 行，第 %2 欄: </translation>
    </message>
    <message>
        <source>This tab has an open transaction</source>
        <translation>此分頁有尚未結束的交易</translation>
    </message>
    <message>
        <source>Closing %1 rolls back what was not committed.</source>
        <translation>關閉「%1」會回復尚未提交的變更。</translation>
    </message>
    <message>
        <source>Stay open</source>
        <translation>保持開啟</translation>
    </message>
    <message>
        <source>What ran in it: %1</source>
        <translation>其中執行過：%1</translation>
    </message>
</context>
<context>
    <name>pilothouse::database::ResultPane</name>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Row %1 of %2</source>
        <translation>第 %1 列，共 %2 列</translation>
    </message>
    <message>
        <source>Streaming</source>
        <translation>串流中</translation>
    </message>
    <message>
        <source>Rows per second</source>
        <translation>每秒列數</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Export to a file</source>
        <translation>匯出到檔案</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>%1 rows/s</source>
        <translation>%1 列/秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message numerus="yes">
        <source>at least %1 row(s)</source>
        <translation>
            <numerusform>至少 %1 列</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 row(s)</source>
        <translation>
            <numerusform>%1 列</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::database::ResultsView</name>
    <message>
        <source>Result shown</source>
        <translation>顯示的結果</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>訊息</translation>
    </message>
    <message>
        <source>More than %1 results: the rows of statement %2 are not kept.</source>
        <translation>超過 %1 個結果：陳述式 %2 的列不保留。</translation>
    </message>
    <message>
        <source>Result %1</source>
        <translation>結果 %1</translation>
    </message>
    <message>
        <source>Messages %1</source>
        <translation>訊息 %1</translation>
    </message>
    <message>
        <source>%1, %2 s</source>
        <translation>%1，%2 秒</translation>
    </message>
    <message>
        <source>Statement %1: %2</source>
        <translation>陳述式 %1：%2</translation>
    </message>
    <message>
        <source>Results and messages appear here.</source>
        <translation>結果與訊息會顯示在這裡。</translation>
    </message>
</context>
<context>
    <name>pilothouse::database::SchemaBrowser</name>
    <message>
        <source>Schemas</source>
        <translation>綱要</translation>
    </message>
    <message>
        <source>Refresh schemas</source>
        <translation>重新整理綱要</translation>
    </message>
    <message>
        <source>Filter objects</source>
        <translation>篩選物件</translation>
    </message>
    <message>
        <source>Schemas and their objects</source>
        <translation>綱要與其物件</translation>
    </message>
    <message>
        <source>No schema here</source>
        <translation>這裡沒有綱要</translation>
    </message>
    <message>
        <source>This role sees no schema in the database.</source>
        <translation>這個角色在資料庫裡看不到任何綱要。</translation>
    </message>
    <message>
        <source>%1 Try again</source>
        <translation>%1 再試一次</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>Query its rows</source>
        <translation>查詢其資料列</translation>
    </message>
    <message>
        <source>Put the name into the editor</source>
        <translation>將名稱放入編輯器</translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation>複製名稱</translation>
    </message>
</context>
<context>
    <name>pilothouse::database::SessionCard</name>
    <message>
        <source>Session</source>
        <translation>工作階段</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Transaction</source>
        <translation>交易</translation>
    </message>
    <message>
        <source>User, client</source>
        <translation>使用者、用戶端</translation>
    </message>
    <message>
        <source>Locks held</source>
        <translation>持有的鎖定</translation>
    </message>
    <message>
        <source>Query of the session</source>
        <translation>工作階段的查詢</translation>
    </message>
    <message>
        <source>Lets through</source>
        <translation>放行</translation>
    </message>
    <message>
        <source>Stops</source>
        <translation>阻擋</translation>
    </message>
    <message>
        <source>Cancel query</source>
        <translation>取消查詢</translation>
    </message>
    <message>
        <source>Terminate…</source>
        <translation>中止…</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另外 %n 個</numerusform>
        </translation>
    </message>
    <message>
        <source>none chosen</source>
        <translation>未選擇</translation>
    </message>
    <message>
        <source>%1 has gone</source>
        <translation>%1 已不在</translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <translation>%1，自 %2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
    <message>
        <source>Query, started %1</source>
        <translation>查詢，開始於 %1</translation>
    </message>
    <message>
        <source>Last query, ended %1</source>
        <translation>上次查詢，結束於 %1</translation>
    </message>
    <message>
        <source>No query runs to cancel</source>
        <translation>沒有執行中的查詢可取消</translation>
    </message>
    <message numerus="yes">
        <source>%1, blocks %n session(s)</source>
        <translation>
            <numerusform>%1，擋住 %n 個工作階段</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>無</translation>
    </message>
</context>
<context>
    <name>pilothouse::database::SessionTimeline</name>
    <message>
        <source>Sessions over time</source>
        <translation>工作階段時間軸</translation>
    </message>
</context>
<context>
    <name>pilothouse::database::SpanLegend</name>
    <message>
        <source>active</source>
        <translation>執行中</translation>
    </message>
    <message>
        <source>idle in transaction</source>
        <translation>交易中閒置</translation>
    </message>
    <message>
        <source>waiting for a lock</source>
        <translation>等待鎖定</translation>
    </message>
    <message>
        <source>Colours: %1</source>
        <translation>顏色：%1</translation>
    </message>
</context>
<context>
    <name>pilothouse::pipelines::BelowPane</name>
    <message>
        <source>Generated file</source>
        <translation>產生的檔案</translation>
    </message>
    <message>
        <source>What is shown below the canvas</source>
        <translation>畫布下方顯示的內容</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>程式碼</translation>
    </message>
    <message>
        <source>Diff</source>
        <translation>差異</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>資料</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日誌</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>再次詢問</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>複製文字</translation>
    </message>
    <message>
        <source>Generated code</source>
        <translation>產生的程式碼</translation>
    </message>
    <message>
        <source>Text of the document</source>
        <translation>文件的文字</translation>
    </message>
    <message>
        <source>Log of the streaming job</source>
        <translation>串流作業的日誌</translation>
    </message>
    <message>
        <source>theirs, on the disk</source>
        <translation>對方的，磁碟上</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>變更</translation>
    </message>
    <message>
        <source>writing the code</source>
        <translation>正在產生程式碼</translation>
    </message>
    <message>
        <source>No code is generated</source>
        <translation>未產生程式碼</translation>
    </message>
    <message>
        <source>First this has to be mended: %1</source>
        <translation>必須先修正：%1</translation>
    </message>
    <message>
        <source>Nothing on the canvas runs yet.</source>
        <translation>畫布上還沒有會執行的內容。</translation>
    </message>
    <message>
        <source>in no file yet</source>
        <translation>尚未存成檔案</translation>
    </message>
    <message>
        <source>Choose a node that streams and ask for its log with Shift+Enter.</source>
        <translation>請選擇串流節點，再按 Shift+Enter 查看其日誌。</translation>
    </message>
    <message>
        <source>lines %1 to %2</source>
        <translation>第 %1 到 %2 行</translation>
    </message>
    <message>
        <source>never deployed</source>
        <translation>從未部署</translation>
    </message>
    <message>
        <source>%1 against v%2 on %3</source>
        <translation>%1，相較於 %3 上的 v%2</translation>
    </message>
    <message>
        <source>The profile names no supervisor of streaming jobs.</source>
        <translation>設定檔未指定串流作業的 supervisor。</translation>
    </message>
    <message>
        <source>The job has written nothing yet.</source>
        <translation>作業尚未寫出任何內容。</translation>
    </message>
</context>
<context>
    <name>pilothouse::pipelines::CodeField</name>
    <message>
        <source>Edit %1 large</source>
        <translation>放大編輯 %1</translation>
    </message>
    <message>
        <source>Edit %1 large (F4)</source>
        <translation>放大編輯 %1（F4）</translation>
    </message>
    <message>
        <source>Esc goes back, everything typed stays</source>
        <translation>按 Esc 返回，輸入的內容都會保留</translation>
    </message>
    <message>
        <source>Back to the form</source>
        <translation>返回表單</translation>
    </message>
</context>
<context>
    <name>pilothouse::pipelines::ColumnsEdit</name>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>型別</translation>
    </message>
    <message>
        <source>Null</source>
        <translation>NULL</translation>
    </message>
</context>
<context>
    <name>pilothouse::pipelines::CompareBar</name>
    <message>
        <source>Compared from this version</source>
        <translation>以此版本為比較起點</translation>
    </message>
    <message>
        <source>Compared to this version</source>
        <translation>與此版本比較</translation>
    </message>
    <message>
        <source>Stop comparing</source>
        <translation>停止比較</translation>
    </message>
    <message>
        <source>The document as it is</source>
        <translation>目前的文件</translation>
    </message>
    <message>
        <source>v%1 on %2, %3</source>
        <translation>%2 上的 v%1，%3</translation>
    </message>
    <message>
        <source>Nothing to compare with: it was never deployed, and no repository knows the file.</source>
        <translation>沒有可比較的版本：從未部署，也沒有儲存庫收錄此檔案。</translation>
    </message>
    <message>
        <source>reading the versions</source>
        <translation>正在讀取版本</translation>
    </message>
    <message>
        <source>This version cannot be read any more.</source>
        <translation>已無法讀取此版本。</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>新增 %n 個</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>變更 %n 個</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <translation>
            <numerusform>移除 %n 個</numerusform>
        </translation>
    </message>
    <message>
        <source>They mean the same.</source>
        <translation>兩者意義相同。</translation>
    </message>
</context>
<context>
    <name>pilothouse::pipelines::DataPane</name>
    <message>
        <source>Rows that flow along the edge</source>
        <translation>流經連線的資料列</translation>
    </message>
    <message>
        <source>told by %1 in its newest run</source>
        <translation>由 %1 在最近一次執行中提供</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%2 上的 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n rows in %1 s</source>
        <translation>
            <numerusform>%n 列，%1 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>No edge is chosen</source>
        <translation>未選擇連線</translation>
    </message>
    <message>
        <source>Click an edge, or press E on a node, to see what flows along it.</source>
        <translation>按一下連線，或在節點上按 E，即可查看流經的資料。</translation>
    </message>
    <message>
        <source>asking where %1 lies</source>
        <translation>正在詢問 %1 的位置</translation>
    </message>
    <message>
        <source>asking %1</source>
        <translation>正在詢問 %1</translation>
    </message>
    <message>
        <source>Nothing to look at</source>
        <translation>沒有可查看的內容</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Nothing was read.</source>
        <translation>沒有讀取任何內容。</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>再次詢問</translation>
    </message>
    <message>
        <source>It is not there yet</source>
        <translation>尚不存在</translation>
    </message>
    <message>
        <source>%1 does not know %2.</source>
        <translation>%1 找不到 %2。</translation>
    </message>
    <message>
        <source>Nothing there yet</source>
        <translation>尚無內容</translation>
    </message>
    <message>
        <source>The task told nothing in its newest run, or has not run.</source>
        <translation>任務在最近一次執行中未提供任何內容，或尚未執行。</translation>
    </message>
    <message>
        <source>%1 has no rows.</source>
        <translation>%1 沒有資料列。</translation>
    </message>
</context>
<context>
    <name>pilothouse::pipelines::DeployDock</name>
    <message>
        <source>Deploy…</source>
        <translation>部署…</translation>
    </message>
    <message>
        <source>Run once…</source>
        <translation>執行一次…</translation>
    </message>
    <message>
        <source>A run was started.</source>
        <translation>已開始一次執行。</translation>
    </message>
    <message>
        <source>Run with parameters…</source>
        <translation>以參數執行…</translation>
    </message>
    <message>
        <source>Backfill a range of dates…</source>
        <translation>回填日期範圍…</translation>
    </message>
    <message>
        <source>Run the node again…</source>
        <translation>重新執行節點…</translation>
    </message>
    <message>
        <source>Start the streaming job…</source>
        <translation>啟動串流作業…</translation>
    </message>
    <message>
        <source>Stop the streaming job…</source>
        <translation>停止串流作業…</translation>
    </message>
    <message>
        <source>Restart the job from its checkpoint…</source>
        <translation>從檢查點重新啟動作業…</translation>
    </message>
    <message>
        <source>Log of the node</source>
        <translation>節點的日誌</translation>
    </message>
    <message>
        <source>Choose a node first.</source>
        <translation>請先選擇節點。</translation>
    </message>
    <message>
        <source>This node streams: it is started and stopped, not run once.</source>
        <translation>這是串流節點：只能啟動與停止，不能執行一次。</translation>
    </message>
    <message>
        <source>This node is there and does not run.</source>
        <translation>此節點只是存在，不會執行。</translation>
    </message>
    <message>
        <source>Only a node that streams has a job of its own.</source>
        <translation>只有串流節點才有自己的作業。</translation>
    </message>
    <message>
        <source>This node is there and does not run: it has no log.</source>
        <translation>此節點只是存在，不會執行：沒有日誌。</translation>
    </message>
    <message>
        <source>There is no run yet that would have a log.</source>
        <translation>尚無任何執行，因此沒有日誌。</translation>
    </message>
</context>
<context>
    <name>pilothouse::pipelines::DeployRows</name>
    <message>
        <source>by hand</source>
        <translation>手動</translation>
    </message>
    <message>
        <source>not ours</source>
        <translation>非本程式</translation>
    </message>
    <message>
        <source>no change</source>
        <translation>無變更</translation>
    </message>
    <message>
        <source>leaves</source>
        <translation>將移除</translation>
    </message>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n 個欄位</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new column(s)</source>
        <translation>
            <numerusform>%n 個新欄位</numerusform>
        </translation>
    </message>
    <message>
        <source>starts</source>
        <translation>啟動</translation>
    </message>
    <message>
        <source>stays stopped</source>
        <translation>維持停止</translation>
    </message>
    <message>
        <source>restarts from its checkpoint</source>
        <translation>從檢查點重新啟動</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n 個檔案</numerusform>
        </translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>資料表</translation>
    </message>
    <message>
        <source>Kafka topics</source>
        <translation>Kafka 主題</translation>
    </message>
    <message>
        <source>Streaming jobs</source>
        <translation>串流作業</translation>
    </message>
    <message>
        <source>dbt</source>
        <translation>dbt</translation>
    </message>
    <message>
        <source>Airflow</source>
        <translation>Airflow</translation>
    </message>
    <message>
        <source>one transaction</source>
        <translation>單一交易</translation>
    </message>
    <message>
        <source>No file there was changed by hand</source>
        <translation>那裡沒有檔案被手動改過</translation>
    </message>
    <message>
        <source>Files there were changed by hand, or are not ours</source>
        <translation>那裡有檔案被手動改過，或非本程式所寫</translation>
    </message>
    <message>
        <source>%1 of %2 hashes</source>
        <translation>雜湊相符 %1 / %2</translation>
    </message>
    <message>
        <source>This file is not of this pipeline. It is never touched.</source>
        <translation>此檔案不屬於這個管線，絕不會更動。</translation>
    </message>
    <message>
        <source>! was written by hand since the last deploy. + and − are what the pipeline changes.</source>
        <translation>! 是上次部署後手動寫入的內容。+ 與 − 是管線的變更。</translation>
    </message>
    <message>
        <source>Changed by hand. The text of its last deploy is not kept here any more: ! is what stands there now.</source>
        <translation>已被手動改過。這裡不再保留上次部署的文字：! 是那裡目前的內容。</translation>
    </message>
    <message numerus="yes">
        <source>%n created</source>
        <translation>
            <numerusform>建立 %n 個</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>變更 %n 個</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <translation>
            <numerusform>移除 %n 個</numerusform>
        </translation>
    </message>
    <message>
        <source>left out</source>
        <translation>已略過</translation>
    </message>
    <message>
        <source>Nothing there is written over</source>
        <translation>不會覆寫那裡的任何東西</translation>
    </message>
    <message>
        <source>The tables there can take it</source>
        <translation>那裡的資料表裝得下</translation>
    </message>
    <message numerus="yes">
        <source>%n table(s)</source>
        <translation>
            <numerusform>%n 個資料表</numerusform>
        </translation>
    </message>
    <message>
        <source>The topics there fit</source>
        <translation>那裡的主題相符</translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s)</source>
        <translation>
            <numerusform>%n 個主題</numerusform>
        </translation>
    </message>
    <message>
        <source>The code for Airflow %1 is written</source>
        <translation>已產生 Airflow %1 的程式碼</translation>
    </message>
    <message>
        <source>Airflow %1 has imported it</source>
        <translation>Airflow %1 已匯入</translation>
    </message>
</context>
<context>
    <name>pilothouse::pipelines::DeploySheet</name>
    <message>
        <source>Roll back %1 to v%2</source>
        <translation>將 %1 回復至 v%2</translation>
    </message>
    <message>
        <source>Deploy %1 v%2</source>
        <translation>部署 %1 v%2</translation>
    </message>
    <message>
        <source>nothing deployed</source>
        <translation>尚未部署</translation>
    </message>
    <message>
        <source>Production: %1</source>
        <translation>正式環境：%1</translation>
    </message>
    <message>
        <source>Looking what is there</source>
        <translation>正在查看那裡的現況</translation>
    </message>
    <message>
        <source>It is not known what is there</source>
        <translation>不清楚那裡的現況</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>再查看一次</translation>
    </message>
    <message>
        <source>Nothing to deploy</source>
        <translation>沒有需要部署的內容</translation>
    </message>
    <message>
        <source>What stands there is this version.</source>
        <translation>那裡已是這個版本。</translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n 個失敗</numerusform>
        </translation>
    </message>
    <message>
        <source>Version %1 runs there.</source>
        <translation>那裡正在執行版本 %1。</translation>
    </message>
    <message>
        <source>What was done is taken back. Tables and topics stay.</source>
        <translation>已撤回所做的變更。資料表與主題會保留。</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>Taking back what was done</source>
        <translation>正在撤回所做的變更</translation>
    </message>
    <message>
        <source>Waiting until Airflow has read it</source>
        <translation>正在等待 Airflow 讀取</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>正在寫入</translation>
    </message>
    <message numerus="yes">
        <source>Branch %1, %n file(s)</source>
        <translation>
            <numerusform>分支 %1，%n 個檔案</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) into %1</source>
        <translation>
            <numerusform>%n 個檔案寫入 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Roll back to v%1</source>
        <translation>回復至 v%1</translation>
    </message>
    <message>
        <source>Deploy</source>
        <translation>部署</translation>
    </message>
    <message>
        <source>Promote to %1</source>
        <translation>升級至 %1</translation>
    </message>
    <message>
        <source>Promote…</source>
        <translation>升級…</translation>
    </message>
    <message>
        <source>The document as it is</source>
        <translation>目前的文件</translation>
    </message>
    <message>
        <source>Close the deploy sheet</source>
        <translation>關閉部署面板</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>變更內容</translation>
    </message>
    <message>
        <source>Units and files that change</source>
        <translation>有變更的單元與檔案</translation>
    </message>
    <message>
        <source>Write over it; the version keeps what was there</source>
        <translation>覆寫；版本會保留原有內容</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>檢查項目</translation>
    </message>
    <message>
        <source>Commit message</source>
        <translation>提交訊息</translation>
    </message>
    <message>
        <source>Roll back…</source>
        <translation>回復…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Deploy this unit</source>
        <translation>部署此單元</translation>
    </message>
    <message>
        <source>Without the tick it stays as it is, and the others are deployed (Space)</source>
        <translation>取消勾選則維持原狀，其他單元照常部署（空白鍵）</translation>
    </message>
    <message numerus="yes">
        <source>%n passed</source>
        <translation>
            <numerusform>%n 項通過</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation>
            <numerusform>%n 項需要查看</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::pipelines::DeployedChip</name>
    <message>
        <source>not deployed</source>
        <translation>尚未部署</translation>
    </message>
    <message>
        <source>It was never deployed to %1.</source>
        <translation>從未部署到 %1。</translation>
    </message>
    <message>
        <source>%1 · edited</source>
        <translation>%1 · 已編輯</translation>
    </message>
    <message>
        <source>Deployed to %1 on %2: %3</source>
        <translation>已於 %2 部署到 %1：%3</translation>
    </message>
</context>
<context>
    <name>pilothouse::pipelines::EditorPanel</name>
    <message>
        <source>Pipeline</source>
        <translation>管線</translation>
    </message>
    <message>
        <source>The file was changed elsewhere and was read anew.</source>
        <translation>檔案已在別處變更，已重新讀取。</translation>
    </message>
    <message>
        <source>No pipeline is open</source>
        <translation>沒有開啟的管線</translation>
    </message>
    <message>
        <source>A pipeline is one file that can be read, reviewed and merged.</source>
        <translation>一個管線就是一個檔案，可閱讀、審查與合併。</translation>
    </message>
    <message>
        <source>New pipeline</source>
        <translation>新增管線</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>開啟檔案…</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>正在讀取 %1</translation>
    </message>
    <message>
        <source>The pipeline cannot be opened</source>
        <translation>無法開啟管線</translation>
    </message>
    <message>
        <source>Open another file…</source>
        <translation>開啟其他檔案…</translation>
    </message>
    <message>
        <source>The file cannot be read as it is. Mend it in an editor: it is read anew by itself.</source>
        <translation>檔案目前無法讀取。請用編輯器修正：之後會自動重新讀取。</translation>
    </message>
    <message>
        <source>Unsaved work of the last time is back.</source>
        <translation>已還原上次未儲存的內容。</translation>
    </message>
    <message numerus="yes">
        <source>Draft, %n change(s)</source>
        <translation>
            <numerusform>草稿，%n 項變更</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>復原：%1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>重做：%1</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>The file is not there any more.</source>
        <translation>檔案已不存在。</translation>
    </message>
    <message>
        <source>Somebody else has changed the file. Saving waits for your word.</source>
        <translation>其他人已變更此檔案。請先決定再儲存。</translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation>決定…</translation>
    </message>
    <message>
        <source>Save the pipeline</source>
        <translation>儲存管線</translation>
    </message>
    <message>
        <source>Pipelines (*.pipeline.yaml)</source>
        <translation>管線 (*.pipeline.yaml)</translation>
    </message>
    <message>
        <source>Open a pipeline</source>
        <translation>開啟管線</translation>
    </message>
    <message>
        <source>Pipelines (*.pipeline.yaml *.pipeline.yml *.json)</source>
        <translation>管線 (*.pipeline.yaml *.pipeline.yml *.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有檔案 (*)</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目標</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>縮小</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Show all of it</source>
        <translation>顯示全部</translation>
    </message>
    <message>
        <source>Validate</source>
        <translation>驗證</translation>
    </message>
    <message>
        <source>Open a pipeline…</source>
        <translation>開啟管線…</translation>
    </message>
    <message>
        <source>Save the pipeline as…</source>
        <translation>另存管線…</translation>
    </message>
    <message>
        <source>Validate the pipeline</source>
        <translation>驗證管線</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>保留我的</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>採用對方的</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Which of the two is to stay?</source>
        <translation>要保留哪一個？</translation>
    </message>
    <message>
        <source>The file is not there any more. Keeping yours writes it anew when you save.</source>
        <translation>檔案已不存在。若保留您的版本，儲存時會重新寫入。</translation>
    </message>
    <message>
        <source>Keeping yours replaces theirs when you save. Taking theirs can be undone.</source>
        <translation>若保留您的版本，儲存時會取代對方的版本。採用對方的版本後可以復原。</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>稍後決定</translation>
    </message>
    <message>
        <source>Run once</source>
        <translation>執行一次</translation>
    </message>
    <message>
        <source>Deploy…</source>
        <translation>部署…</translation>
    </message>
    <message>
        <source>Compare versions</source>
        <translation>比較版本</translation>
    </message>
    <message>
        <source>Settings of what is chosen</source>
        <translation>所選項目的設定</translation>
    </message>
    <message>
        <source>Compare versions on the canvas</source>
        <translation>在畫布上比較版本</translation>
    </message>
    <message>
        <source>Below: generated code</source>
        <translation>下方：產生的程式碼</translation>
    </message>
    <message>
        <source>Below: changes of the code</source>
        <translation>下方：程式碼的變更</translation>
    </message>
    <message>
        <source>Below: document</source>
        <translation>下方：文件</translation>
    </message>
    <message>
        <source>Below: data of the edge</source>
        <translation>下方：連線的資料</translation>
    </message>
    <message>
        <source>Below: log of the streaming job</source>
        <translation>下方：串流作業的日誌</translation>
    </message>
    <message>
        <source>Airflow %1, as %2 has it</source>
        <translation>Airflow %1，依 %2 現有的</translation>
    </message>
    <message>
        <source>Airflow %1, as the sandbox installs it</source>
        <translation>Airflow %1，依沙箱安裝的</translation>
    </message>
</context>
<context>
    <name>pilothouse::pipelines::FieldEditor</name>
    <message>
        <source>one on each line</source>
        <translation>每行一個</translation>
    </message>
    <message>
        <source>name: value</source>
        <translation>名稱: 值</translation>
    </message>
</context>
<context>
    <name>pilothouse::pipelines::FieldForm</name>
    <message>
        <source>Other settings</source>
        <translation>其他設定</translation>
    </message>
    <message>
        <source>Program text.</source>
        <translation>程式碼。</translation>
    </message>
    <message>
        <source>%1 from the pipeline</source>
        <translation>%1，來自管線</translation>
    </message>
</context>
<context>
    <name>pilothouse::pipelines::Inspector</name>
    <message>
        <source>not tried</source>
        <translation>未實測</translation>
    </message>
    <message>
        <source>No sandbox starts a service this kind could be tried against.</source>
        <translation>沒有沙箱能啟動可實測此種類的服務。</translation>
    </message>
    <message>
        <source>Settings of what is chosen</source>
        <translation>所選項目的設定</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>已選取 %n 個</numerusform>
        </translation>
    </message>
    <message>
        <source>Data</source>
        <translation>資料</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任務</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>註解</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>排程</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任務</translation>
    </message>
    <message>
        <source>About</source>
        <translation>關於</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Page of the inspector</source>
        <translation>檢閱器的頁面</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>標題</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>層</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>擁有者</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>註解</translation>
    </message>
    <message>
        <source>Starts by</source>
        <translation>啟動方式</translation>
    </message>
    <message>
        <source>Asset: when the stream reports new data</source>
        <translation>資產：串流回報有新資料時</translation>
    </message>
    <message>
        <source>Sensor: waits for the watermark</source>
        <translation>感測器：等待浮水印</translation>
    </message>
    <message>
        <source>Available now: a batch of what is there</source>
        <translation>立即可用：以現有資料為一個批次</translation>
    </message>
    <message>
        <source>${name} in a parameter stands for the value of the environment it runs in.</source>
        <translation>參數中的 ${name} 代表執行環境中的值。</translation>
    </message>
    <message>
        <source>%1 starts %2 as soon as it has ended.</source>
        <translation>%1 結束後會立即啟動 %2。</translation>
    </message>
    <message>
        <source>%2 reads from %1 as it comes.</source>
        <translation>%1 一有資料，%2 就會讀取。</translation>
    </message>
</context>
<context>
    <name>pilothouse::pipelines::KindModel</name>
    <message>
        <source>%1, not tried</source>
        <translation>%1，未實測</translation>
    </message>
    <message>
        <source>Not tried: no sandbox starts a service it could be tried against.</source>
        <translation>未實測：沒有沙箱能啟動可供實測的服務。</translation>
    </message>
    <message>
        <source>not tried</source>
        <translation>未實測</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>已略過</translation>
    </message>
    <message>
        <source>Files of your own kinds of nodes that cannot be used</source>
        <translation>您自訂的節點種類中無法使用的檔案</translation>
    </message>
</context>
<context>
    <name>pilothouse::pipelines::LibraryModel</name>
    <message>
        <source>paused</source>
        <translation>已暫停</translation>
    </message>
    <message>
        <source>%1, only on the server</source>
        <translation>%1，僅在伺服器上</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>剛才</translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n 分鐘前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n 小時前</numerusform>
        </translation>
    </message>
    <message>
        <source>This folder is not there. The first pipeline makes it.</source>
        <translation>此資料夾不存在。建立第一個管線時會一併建立。</translation>
    </message>
    <message numerus="yes">
        <source>%n nodes</source>
        <translation>
            <numerusform>%n 個節點</numerusform>
        </translation>
    </message>
    <message>
        <source>never ran</source>
        <translation>從未執行</translation>
    </message>
    <message>
        <source>not deployed</source>
        <translation>未部署</translation>
    </message>
    <message numerus="yes">
        <source>folder, %n pipelines</source>
        <translation>
            <numerusform>資料夾，%n 個管線</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n DAGs</source>
        <translation>
            <numerusform>%n 個 DAG</numerusform>
        </translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>無法讀取</translation>
    </message>
    <message>
        <source>open</source>
        <translation>已展開</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已收合</translation>
    </message>
    <message>
        <source>The sandbox does not start %1, which it needs.</source>
        <translation>沙箱不會啟動它所需的 %1。</translation>
    </message>
    <message>
        <source>not in the sandbox: %1</source>
        <translation>不在沙箱中：%1</translation>
    </message>
</context>
<context>
    <name>pilothouse::pipelines::LibraryPanel</name>
    <message>
        <source>Pipelines</source>
        <translation>管線</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>匯入…</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>新增…</translation>
    </message>
    <message>
        <source>Filter: name, tag:gold, owner:data, state:failed</source>
        <translation>篩選：名稱、tag:gold、owner:data、state:failed</translation>
    </message>
    <message>
        <source>Words are looked for in name, title, owner, tags and note.
tag:gold  owner:data  state:failed  is:broken</source>
        <translation>在名稱、標題、擁有者、標籤與註解中尋找文字。
tag:gold  owner:data  state:failed  is:broken</translation>
    </message>
    <message>
        <source>reading the folders</source>
        <translation>正在讀取資料夾</translation>
    </message>
    <message>
        <source>There are no pipelines yet</source>
        <translation>還沒有管線</translation>
    </message>
    <message>
        <source>They are files in %1, and DAGs of connected Airflow servers.</source>
        <translation>管線是 %1 中的檔案，以及已連線 Airflow 伺服器的 DAG。</translation>
    </message>
    <message>
        <source>New pipeline…</source>
        <translation>新增管線…</translation>
    </message>
    <message>
        <source>Import a JSON flow…</source>
        <translation>匯入 JSON 流程…</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>加入資料夾…</translation>
    </message>
    <message numerus="yes">
        <source>%n pipelines</source>
        <translation>
            <numerusform>%n 個管線</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>No pipeline is found with &quot;%1&quot;.</source>
        <translation>找不到符合「%1」的管線。</translation>
    </message>
    <message numerus="yes">
        <source>%n files cannot be read</source>
        <translation>
            <numerusform>%n 個檔案無法讀取</numerusform>
        </translation>
    </message>
    <message>
        <source>Only the first %1 files of %2 are shown</source>
        <translation>只顯示 %2 的前 %1 個檔案</translation>
    </message>
    <message>
        <source>Read the folders again</source>
        <translation>重新讀取資料夾</translation>
    </message>
    <message>
        <source>Filter the pipelines</source>
        <translation>篩選管線</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重新命名…</translation>
    </message>
    <message>
        <source>Duplicate…</source>
        <translation>製作複本…</translation>
    </message>
    <message>
        <source>Move to a folder…</source>
        <translation>移至資料夾…</translation>
    </message>
    <message>
        <source>Move to the trash…</source>
        <translation>移至垃圾桶…</translation>
    </message>
    <message>
        <source>New pipeline</source>
        <translation>新增管線</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>建立</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>空白</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>重新命名 %1</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重新命名</translation>
    </message>
    <message>
        <source>Copy of %1</source>
        <translation>%1 的複本</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>製作複本</translation>
    </message>
    <message>
        <source>Import a JSON flow</source>
        <translation>匯入 JSON 流程</translation>
    </message>
    <message>
        <source>JSON flows (*.json)</source>
        <translation>JSON 流程 (*.json)</translation>
    </message>
    <message>
        <source>Add a folder of pipelines</source>
        <translation>加入管線資料夾</translation>
    </message>
    <message>
        <source>Order of the pipelines</source>
        <translation>管線的排序方式</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>依名稱</translation>
    </message>
    <message>
        <source>By last run</source>
        <translation>依最近執行</translation>
    </message>
    <message>
        <source>Take the folder off the list</source>
        <translation>從清單移除資料夾</translation>
    </message>
    <message>
        <source>Order by name, or by the last run</source>
        <translation>依名稱或最近執行排序</translation>
    </message>
    <message>
        <source>%1 is off the list</source>
        <translation>已從清單移除 %1</translation>
    </message>
    <message>
        <source>Its files stay where they are.</source>
        <translation>其中的檔案會留在原處。</translation>
    </message>
</context>
<context>
    <name>pilothouse::pipelines::NameField</name>
    <message>
        <source>What the target has</source>
        <translation>目標現有的</translation>
    </message>
    <message>
        <source>What the target has (Down)</source>
        <translation>目標現有的（向下鍵）</translation>
    </message>
</context>
<context>
    <name>pilothouse::pipelines::NodePalette</name>
    <message>
        <source>Filter</source>
        <translation>篩選</translation>
    </message>
    <message>
        <source>Kinds of nodes</source>
        <translation>節點種類</translation>
    </message>
</context>
<context>
    <name>pilothouse::pipelines::PipelineCanvas</name>
    <message>
        <source>Canvas of the pipeline</source>
        <translation>管線畫布</translation>
    </message>
    <message>
        <source>Drag a node here from the list, or press N.</source>
        <translation>從清單將節點拖曳到這裡，或按 N。</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>新名稱</translation>
    </message>
    <message>
        <source>has errors</source>
        <translation>有錯誤</translation>
    </message>
    <message>
        <source>has warnings</source>
        <translation>有警告</translation>
    </message>
    <message>
        <source>Canvas: add a node</source>
        <translation>畫布：加入節點</translation>
    </message>
    <message>
        <source>Canvas: connect the node with another</source>
        <translation>畫布：將節點與另一節點相連</translation>
    </message>
    <message>
        <source>Nothing leaves this node.</source>
        <translation>此節點沒有輸出。</translation>
    </message>
    <message>
        <source>Canvas: rename</source>
        <translation>畫布：重新命名</translation>
    </message>
    <message>
        <source>Canvas: delete</source>
        <translation>畫布：刪除</translation>
    </message>
    <message>
        <source>Canvas: cut</source>
        <translation>畫布：剪下</translation>
    </message>
    <message>
        <source>Canvas: copy</source>
        <translation>畫布：複製</translation>
    </message>
    <message>
        <source>Canvas: paste</source>
        <translation>畫布：貼上</translation>
    </message>
    <message>
        <source>Canvas: duplicate</source>
        <translation>畫布：製作複本</translation>
    </message>
    <message>
        <source>Canvas: group</source>
        <translation>畫布：組成群組</translation>
    </message>
    <message>
        <source>Canvas: ungroup</source>
        <translation>畫布：解散群組</translation>
    </message>
    <message>
        <source>Canvas: open or close the group</source>
        <translation>畫布：展開或收合群組</translation>
    </message>
    <message>
        <source>Canvas: add a note</source>
        <translation>畫布：加入註解</translation>
    </message>
    <message>
        <source>Canvas: find</source>
        <translation>畫布：尋找</translation>
    </message>
    <message>
        <source>Canvas: move left</source>
        <translation>畫布：左移</translation>
    </message>
    <message>
        <source>Canvas: move right</source>
        <translation>畫布：右移</translation>
    </message>
    <message>
        <source>Canvas: move up</source>
        <translation>畫布：上移</translation>
    </message>
    <message>
        <source>Canvas: move down</source>
        <translation>畫布：下移</translation>
    </message>
    <message>
        <source>Canvas: align left</source>
        <translation>畫布：靠左對齊</translation>
    </message>
    <message>
        <source>Canvas: align right</source>
        <translation>畫布：靠右對齊</translation>
    </message>
    <message>
        <source>Canvas: align tops</source>
        <translation>畫布：靠上對齊</translation>
    </message>
    <message>
        <source>Canvas: align bottoms</source>
        <translation>畫布：靠下對齊</translation>
    </message>
    <message>
        <source>Canvas: align in a column</source>
        <translation>畫布：對齊成一欄</translation>
    </message>
    <message>
        <source>Canvas: align in a row</source>
        <translation>畫布：對齊成一列</translation>
    </message>
    <message>
        <source>Canvas: same gaps across</source>
        <translation>畫布：水平均分間距</translation>
    </message>
    <message>
        <source>Canvas: same gaps downwards</source>
        <translation>畫布：垂直均分間距</translation>
    </message>
    <message>
        <source>Canvas: lay out everything</source>
        <translation>畫布：全部自動排列</translation>
    </message>
    <message>
        <source>Canvas: lay out the selection</source>
        <translation>畫布：自動排列選取項目</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>註解</translation>
    </message>
    <message>
        <source>starts by?</source>
        <translation>啟動方式？</translation>
    </message>
    <message>
        <source>An older version is shown. Compare with the document to edit.</source>
        <translation>目前顯示較舊的版本。若要編輯，請改為與文件比較。</translation>
    </message>
    <message>
        <source>Canvas: what starts the batch after a stream</source>
        <translation>畫布：串流之後批次的啟動方式</translation>
    </message>
    <message>
        <source>Choose an edge from a stream to a batch first.</source>
        <translation>請先選擇從串流到批次的連線。</translation>
    </message>
    <message>
        <source>%1 ends by itself: nothing has to start %2.</source>
        <translation>%1 會自行結束：不需要另外啟動 %2。</translation>
    </message>
    <message>
        <source>Asset: when the stream reports new data</source>
        <translation>資產：串流回報有新資料時</translation>
    </message>
    <message>
        <source>Sensor: waits for the watermark</source>
        <translation>感測器：等待浮水印</translation>
    </message>
    <message>
        <source>Available now: a batch of what is there</source>
        <translation>立即可用：以現有資料為一個批次</translation>
    </message>
</context>
<context>
    <name>pilothouse::pipelines::PipelineDialog</name>
    <message>
        <source>Folder</source>
        <translation>資料夾</translation>
    </message>
    <message>
        <source>Begins with</source>
        <translation>起始內容</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>There is a pipeline of this name already.</source>
        <translation>已有同名的管線。</translation>
    </message>
</context>
<context>
    <name>pilothouse::pipelines::PlanDiffView</name>
    <message>
        <source>What changes, line by line</source>
        <translation>逐行的變更內容</translation>
    </message>
    <message numerus="yes">
        <source>%n more line(s)</source>
        <translation>
            <numerusform>還有 %n 行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::pipelines::PortLegend</name>
    <message>
        <source>stream</source>
        <translation>串流</translation>
    </message>
    <message>
        <source>table</source>
        <translation>資料表</translation>
    </message>
    <message>
        <source>file</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>check</source>
        <translation>檢查</translation>
    </message>
    <message>
        <source>Types of ports: %1</source>
        <translation>埠的型別：%1</translation>
    </message>
</context>
<context>
    <name>pilothouse::pipelines::ProblemModel</name>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>錯誤</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>提示</translation>
    </message>
</context>
<context>
    <name>pilothouse::pipelines::ProblemPane</name>
    <message>
        <source>Problems</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>Problems of the pipeline</source>
        <translation>管線的問題</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
</context>
<context>
    <name>pilothouse::pipelines::RetryPlot</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 到 %2</translation>
    </message>
    <message>
        <source>One try, no retries.</source>
        <translation>嘗試一次，不重試。</translation>
    </message>
    <message numerus="yes">
        <source>%n tries</source>
        <translation>
            <numerusform>%n 次嘗試</numerusform>
        </translation>
    </message>
    <message>
        <source>; waits between them: %1</source>
        <translation>；每次之間等待：%1</translation>
    </message>
    <message>
        <source>; gives up after %1 at the worst.</source>
        <translation>；最壞情況下 %1 後放棄。</translation>
    </message>
    <message>
        <source>; gives up after %1 and the tries themselves.</source>
        <translation>；在 %1 加上各次嘗試的時間後放棄。</translation>
    </message>
    <message numerus="yes">
        <source>%n tries, waits %1</source>
        <translation>
            <numerusform>%n 次嘗試，等待 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>gives up after %1</source>
        <translation>放棄前歷時 %1</translation>
    </message>
    <message>
        <source> and the tries</source>
        <translation> 加上各次嘗試</translation>
    </message>
    <message>
        <source>, limit %1</source>
        <translation>，上限 %1</translation>
    </message>
</context>
<context>
    <name>pilothouse::pipelines::ServerDagPanel</name>
    <message>
        <source>Tasks of the DAG</source>
        <translation>DAG 的任務</translation>
    </message>
    <message>
        <source>Ask the server again</source>
        <translation>重新詢問伺服器</translation>
    </message>
    <message>
        <source>Open its runs and logs</source>
        <translation>開啟執行與日誌</translation>
    </message>
    <message>
        <source>asking %1</source>
        <translation>正在詢問 %1</translation>
    </message>
    <message>
        <source>never ran</source>
        <translation>從未執行</translation>
    </message>
    <message>
        <source>state</source>
        <translation>狀態</translation>
    </message>
</context>
<context>
    <name>pilothouse::pipelines::StageChain</name>
    <message>
        <source>Targets</source>
        <translation>目標</translation>
    </message>
</context>
<context>
    <name>pilothouse::queue::CommandPreview</name>
    <message>
        <source>Sends %1</source>
        <translation>送出 %1</translation>
    </message>
</context>
<context>
    <name>pilothouse::queue::ConflictBar</name>
    <message>
        <source>Somebody else changed it meanwhile. Nothing was overwritten.</source>
        <translation>期間有其他人改過。沒有覆寫任何內容。</translation>
    </message>
    <message>
        <source>Load theirs</source>
        <translation>載入對方的值</translation>
    </message>
    <message>
        <source>Overwrite…</source>
        <translation>覆寫…</translation>
    </message>
    <message>
        <source>This is what the server holds. Your edit is kept.</source>
        <translation>這是伺服器上的值。您的編輯已保留。</translation>
    </message>
    <message>
        <source>Show mine</source>
        <translation>顯示我的</translation>
    </message>
    <message>
        <source>Discard mine</source>
        <translation>捨棄我的</translation>
    </message>
    <message>
        <source>It is gone from the server. Your edit is kept.</source>
        <translation>伺服器上已不存在。您的編輯仍保留。</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>再查看一次</translation>
    </message>
    <message>
        <source>Save it anew…</source>
        <translation>重新儲存…</translation>
    </message>
</context>
<context>
    <name>pilothouse::queue::ConsoleLine</name>
    <message>
        <source>Command</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>Command, e.g. HGETALL cart:user:1</source>
        <translation>指令，例如 HGETALL cart:user:1</translation>
    </message>
    <message>
        <source>Commands that begin so</source>
        <translation>以此開頭的指令</translation>
    </message>
</context>
<context>
    <name>pilothouse::queue::ConsoleOutput</name>
    <message>
        <source>Commands and replies</source>
        <translation>指令與回覆</translation>
    </message>
    <message>
        <source>Nothing was sent yet. Tab completes a command, Up brings back the last one. What changes something is shown before it is sent.</source>
        <translation>尚未送出任何指令。Tab 可補全指令，向上鍵叫回上一個。會造成變更的指令在送出前會先顯示。</translation>
    </message>
</context>
<context>
    <name>pilothouse::queue::ConsolePanel</name>
    <message>
        <source>Console · %1</source>
        <translation>主控台 · %1</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>主控台</translation>
    </message>
    <message>
        <source>Clear the output</source>
        <translation>清除輸出</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>執行</translation>
    </message>
    <message>
        <source>Run the command (Enter)</source>
        <translation>執行指令 (Enter)</translation>
    </message>
    <message>
        <source>Run the command</source>
        <translation>執行指令</translation>
    </message>
    <message>
        <source>Stop waiting for the reply</source>
        <translation>停止等待回覆</translation>
    </message>
    <message>
        <source>Ask for the commands of the server again</source>
        <translation>重新向伺服器查詢指令</translation>
    </message>
    <message numerus="yes">
        <source>%n command(s)</source>
        <translation>
            <numerusform>%n 個指令</numerusform>
        </translation>
    </message>
    <message>
        <source>This is no command.</source>
        <translation>這不是指令。</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>未送出</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>%1 of %2 elements shown</source>
        <translation>顯示 %2 個元素中的 %1 個</translation>
    </message>
    <message>
        <source>long values are cut</source>
        <translation>過長的值已截斷</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <translation>已拒絕：%1</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>waiting for the reply, Esc stops</source>
        <translation>等待回覆中，按 Esc 停止</translation>
    </message>
    <message>
        <source>reads</source>
        <translation>讀取</translation>
    </message>
    <message>
        <source>changes the server, shown before it is sent</source>
        <translation>會變更伺服器，送出前先顯示</translation>
    </message>
    <message>
        <source>will be refused</source>
        <translation>將被拒絕</translation>
    </message>
    <message>
        <source>not known to this server</source>
        <translation>此伺服器不認得</translation>
    </message>
</context>
<context>
    <name>pilothouse::queue::EditBar</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>pilothouse::queue::EntryView</name>
    <message>
        <source>Copy the entry</source>
        <translation>複製條目</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>條目</translation>
    </message>
    <message>
        <source>No entry chosen</source>
        <translation>未選擇條目</translation>
    </message>
    <message>
        <source>Entry %1</source>
        <translation>條目 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s), %1; of long values the first 64 KB</source>
        <translation>
            <numerusform>%n 個欄位，%1；長值只有前 64 KB</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s), %1</source>
        <translation>
            <numerusform>%n 個欄位，%1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::queue::Inspector</name>
    <message>
        <source>No key chosen</source>
        <translation>未選擇鍵</translation>
    </message>
    <message>
        <source>Choose one in the tree, or type a pattern with /.</source>
        <translation>從樹中選擇，或按 / 輸入樣式。</translation>
    </message>
    <message>
        <source>TTL</source>
        <translation>TTL</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>長度</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>記憶體</translation>
    </message>
    <message>
        <source>Estimated by the server from a sample of the elements.</source>
        <translation>由伺服器取樣部分元素估計。</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>編碼</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>閒置</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>追蹤</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Change time to live</source>
        <translation>變更存留時間</translation>
    </message>
    <message>
        <source>Delete key</source>
        <translation>刪除鍵</translation>
    </message>
    <message>
        <source>Elements</source>
        <translation>元素</translation>
    </message>
    <message>
        <source>Load more</source>
        <translation>載入更多</translation>
    </message>
    <message>
        <source>There is no view for values of this type.</source>
        <translation>這種型別的值沒有檢視方式。</translation>
    </message>
    <message>
        <source>Claim for</source>
        <translation>認領給</translation>
    </message>
    <message>
        <source>Consumer</source>
        <translation>消費者</translation>
    </message>
    <message>
        <source>Claim…</source>
        <translation>認領…</translation>
    </message>
    <message>
        <source>Name a consumer.</source>
        <translation>請輸入消費者名稱。</translation>
    </message>
    <message>
        <source>asking for %1</source>
        <translation>正在讀取 %1</translation>
    </message>
    <message>
        <source>This key is not there any more</source>
        <translation>這個鍵已不存在</translation>
    </message>
    <message>
        <source>It was deleted, or its time had passed.</source>
        <translation>它已被刪除，或存留時間已到。</translation>
    </message>
    <message>
        <source>for ever</source>
        <translation>永久</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>欄位</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>條目</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成員</translation>
    </message>
    <message>
        <source>now</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>Add field</source>
        <translation>新增欄位</translation>
    </message>
    <message>
        <source>Add entry</source>
        <translation>新增條目</translation>
    </message>
    <message>
        <source>Add item</source>
        <translation>新增項目</translation>
    </message>
    <message>
        <source>Add member</source>
        <translation>新增成員</translation>
    </message>
    <message>
        <source>Following</source>
        <translation>追蹤中</translation>
    </message>
    <message>
        <source>Load more, %1 of %2 shown</source>
        <translation>載入更多，已顯示 %1 / %2</translation>
    </message>
    <message>
        <source>Time to live</source>
        <translation>存留時間 (TTL)</translation>
    </message>
    <message>
        <source>e.g. 90, 1h 30m, 2d; empty: for ever</source>
        <translation>例如 90、1h 30m、2d；留空：永久</translation>
    </message>
    <message>
        <source>Apply…</source>
        <translation>套用…</translation>
    </message>
    <message>
        <source>The connection is gone.</source>
        <translation>連線已不在。</translation>
    </message>
    <message>
        <source>This is no time.</source>
        <translation>這不是時間。</translation>
    </message>
    <message>
        <source>Rename to</source>
        <translation>重新命名為</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>新名稱</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重新命名…</translation>
    </message>
    <message>
        <source>Type another name.</source>
        <translation>請輸入另一個名稱。</translation>
    </message>
    <message>
        <source>Copy to</source>
        <translation>複製到</translation>
    </message>
    <message>
        <source>Copy…</source>
        <translation>複製…</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>新增…</translation>
    </message>
    <message>
        <source>New field</source>
        <translation>新欄位</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>欄位</translation>
    </message>
    <message>
        <source>New item at the end</source>
        <translation>在結尾新增項目</translation>
    </message>
    <message>
        <source>New member</source>
        <translation>新成員</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>成員</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>分數</translation>
    </message>
    <message>
        <source>New entry</source>
        <translation>新條目</translation>
    </message>
    <message>
        <source>Id, * for the server&apos;s</source>
        <translation>Id，* 由伺服器產生</translation>
    </message>
    <message>
        <source>field value field value, quoted where needed</source>
        <translation>欄位 值 欄位 值，必要時加引號</translation>
    </message>
    <message>
        <source>The score is no number.</source>
        <translation>分數不是數字。</translation>
    </message>
    <message>
        <source>Fields and values come in pairs.</source>
        <translation>欄位與值必須成對。</translation>
    </message>
    <message>
        <source>No element chosen</source>
        <translation>未選擇元素</translation>
    </message>
    <message>
        <source>Item %1</source>
        <translation>項目 %1</translation>
    </message>
    <message>
        <source>Score of %1</source>
        <translation>%1 的分數</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>儲存…</translation>
    </message>
    <message>
        <source>A key named %1 is there already.</source>
        <translation>已經有名為 %1 的鍵。</translation>
    </message>
    <message>
        <source>Edit the existing one</source>
        <translation>編輯現有的</translation>
    </message>
    <message>
        <source>Its score is %1 now.</source>
        <translation>它目前的分數是 %1。</translation>
    </message>
</context>
<context>
    <name>pilothouse::queue::KeyTreeModel</name>
    <message>
        <source>Load %1 more of %2</source>
        <translation>再載入 %1 個，共 %2 個</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空白）</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s)</source>
        <translation>
            <numerusform>%n 個鍵</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::queue::KeysPane</name>
    <message>
        <source>Keys</source>
        <translation>鍵</translation>
    </message>
    <message>
        <source>db%1</source>
        <translation>db%1</translation>
    </message>
    <message>
        <source>Walk the keys again</source>
        <translation>重新走訪所有鍵</translation>
    </message>
    <message>
        <source>Filter, e.g. cart:user:*</source>
        <translation>篩選，例如 cart:user:*</translation>
    </message>
    <message>
        <source>Types shown</source>
        <translation>顯示的型別</translation>
    </message>
    <message>
        <source>All types</source>
        <translation>所有型別</translation>
    </message>
    <message>
        <source>String</source>
        <translation>String</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>Hash</translation>
    </message>
    <message>
        <source>List</source>
        <translation>List</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Set</translation>
    </message>
    <message>
        <source>Sorted set</source>
        <translation>Sorted Set</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>Stream</translation>
    </message>
    <message>
        <source>Keys walked</source>
        <translation>已走訪的鍵</translation>
    </message>
    <message>
        <source>Pause the walk</source>
        <translation>暫停走訪</translation>
    </message>
    <message>
        <source>Measure sizes</source>
        <translation>測量大小</translation>
    </message>
    <message>
        <source>Paused at %1 %</source>
        <translation>暫停於 %1%</translation>
    </message>
    <message>
        <source>Scanned %1 %</source>
        <translation>已掃描 %1%</translation>
    </message>
    <message>
        <source>Sizes %1 %</source>
        <translation>大小 %1%</translation>
    </message>
    <message>
        <source>All scanned</source>
        <translation>已全部掃描</translation>
    </message>
    <message>
        <source>Stopped at %1 %</source>
        <translation>停止於 %1%</translation>
    </message>
    <message>
        <source>Broke off at %1 %</source>
        <translation>中斷於 %1%</translation>
    </message>
    <message>
        <source>Go on with the walk</source>
        <translation>繼續走訪</translation>
    </message>
    <message>
        <source>SCAN %1, never KEYS</source>
        <translation>SCAN %1，絕不用 KEYS</translation>
    </message>
    <message>
        <source>Each step keeps the server busy for %1 ms.</source>
        <translation>每一步會讓伺服器忙碌 %1 ms。</translation>
    </message>
    <message>
        <source>How keys are shown</source>
        <translation>鍵的顯示方式</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>樹狀</translation>
    </message>
    <message>
        <source>List</source>
        <comment>all keys in one</comment>
        <translation>清單</translation>
    </message>
    <message numerus="yes">
        <source>db%1, %2 of %3 key(s)</source>
        <translation>
            <numerusform>db%1，%2 / %3 個鍵</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>db%1, %2 key(s)</source>
        <translation>
            <numerusform>db%1，%2 個鍵</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in %2 key(s), about</source>
        <translation>
            <numerusform>約 %1，共 %2 個鍵</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::queue::QueuePanel</name>
    <message>
        <source>%1 · db%2</source>
        <translation>%1 · db%2</translation>
    </message>
    <message>
        <source>Walk the keys again</source>
        <translation>重新走訪所有鍵</translation>
    </message>
    <message>
        <source>Filter keys</source>
        <translation>篩選鍵</translation>
    </message>
    <message>
        <source>Pause or go on with the walk</source>
        <translation>暫停或繼續走訪</translation>
    </message>
    <message>
        <source>Measure the sizes of all keys</source>
        <translation>測量所有鍵的大小</translation>
    </message>
    <message>
        <source>Copy the name</source>
        <translation>複製名稱</translation>
    </message>
    <message>
        <source>Change time to live…</source>
        <translation>變更存留時間…</translation>
    </message>
    <message>
        <source>Rename the key…</source>
        <translation>重新命名鍵…</translation>
    </message>
    <message>
        <source>Copy the key…</source>
        <translation>複製鍵…</translation>
    </message>
    <message>
        <source>Delete the chosen keys…</source>
        <translation>刪除選取的鍵…</translation>
    </message>
    <message>
        <source>Add an element…</source>
        <translation>新增元素…</translation>
    </message>
    <message>
        <source>Edit the element</source>
        <translation>編輯元素</translation>
    </message>
    <message>
        <source>Load more elements</source>
        <translation>載入更多元素</translation>
    </message>
    <message>
        <source>Follow the stream</source>
        <translation>追蹤 stream</translation>
    </message>
    <message>
        <source>Change what counts as slow…</source>
        <translation>變更慢速門檻…</translation>
    </message>
    <message>
        <source>Clear the slow log…</source>
        <translation>清除慢速日誌…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>刪除…</translation>
    </message>
    <message>
        <source>asking %1</source>
        <translation>正在詢問 %1</translation>
    </message>
    <message>
        <source>Keys as tree or as list</source>
        <translation>以樹狀或清單顯示鍵</translation>
    </message>
    <message>
        <source>Open the console</source>
        <translation>開啟主控台</translation>
    </message>
    <message>
        <source>Show or hide the server&apos;s figures</source>
        <translation>顯示或隱藏伺服器數據</translation>
    </message>
    <message>
        <source>The server&apos;s figures</source>
        <translation>伺服器數據</translation>
    </message>
</context>
<context>
    <name>pilothouse::queue::ServerPane</name>
    <message>
        <source>Hit ratio</source>
        <translation>命中率</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>用戶端</translation>
    </message>
    <message>
        <source>Evicted</source>
        <translation>已逐出</translation>
    </message>
    <message>
        <source>Replica lag</source>
        <translation>複本延遲</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Operations per second</source>
        <translation>每秒操作數</translation>
    </message>
    <message>
        <source>read</source>
        <translation>讀</translation>
    </message>
    <message>
        <source>write</source>
        <translation>寫</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>記憶體</translation>
    </message>
    <message>
        <source>used</source>
        <translation>已使用</translation>
    </message>
    <message>
        <source>resident</source>
        <translation>常駐</translation>
    </message>
    <message>
        <source>Slow log</source>
        <translation>慢速日誌</translation>
    </message>
    <message>
        <source>Change what counts as slow</source>
        <translation>變更慢速門檻</translation>
    </message>
    <message>
        <source>Clear the slow log</source>
        <translation>清除慢速日誌</translation>
    </message>
    <message>
        <source>Slow commands</source>
        <translation>慢速指令</translation>
    </message>
    <message>
        <source>maxmemory %1</source>
        <translation>maxmemory %1</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>no replica</source>
        <translation>沒有複本</translation>
    </message>
    <message>
        <source>not readable for this user</source>
        <translation>這個使用者無法讀取</translation>
    </message>
    <message>
        <source>off</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message numerus="yes">
        <source>%n command(s), last %1 kept</source>
        <translation>
            <numerusform>%n 個指令，保留最近 %1 個</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n command(s)</source>
        <translation>
            <numerusform>%n 個指令</numerusform>
        </translation>
    </message>
    <message>
        <source>Slow from</source>
        <translation>慢速起點</translation>
    </message>
    <message>
        <source>milliseconds</source>
        <translation>毫秒</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>變更…</translation>
    </message>
    <message>
        <source>This is no time.</source>
        <translation>這不是時間。</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>pilothouse::queue::SlowLogModel</name>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>用戶端</translation>
    </message>
    <message>
        <source>unix socket</source>
        <translation>本機 socket</translation>
    </message>
</context>
<context>
    <name>pilothouse::queue::StreamBar</name>
    <message>
        <source>No consumer group reads this stream.</source>
        <translation>沒有消費者群組讀取這個 stream。</translation>
    </message>
    <message>
        <source>Claim…</source>
        <translation>認領…</translation>
    </message>
    <message>
        <source>Acknowledge…</source>
        <translation>確認…</translation>
    </message>
    <message>
        <source>lag %1</source>
        <translation>延遲 %1</translation>
    </message>
    <message>
        <source>lag unknown</source>
        <translation>延遲不明</translation>
    </message>
    <message>
        <source>%1 pending</source>
        <translation>%1 筆待確認</translation>
    </message>
    <message numerus="yes">
        <source>Claim %n…</source>
        <translation>
            <numerusform>認領 %n 筆…</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: oldest pending %2, %3, delivered %4×</source>
        <translation>%1：最久的待確認 %2，%3，已遞送 %4 次</translation>
    </message>
</context>
<context>
    <name>pilothouse::queue::TextValue</name>
    <message>
        <source>Show the value as</source>
        <translation>值的顯示方式</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>十六進位</translation>
    </message>
    <message>
        <source>Earlier part of the value</source>
        <translation>值的前一段</translation>
    </message>
    <message>
        <source>Later part of the value</source>
        <translation>值的後一段</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>捨棄</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>儲存…</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>This is no valid JSON yet.</source>
        <translation>還不是有效的 JSON。</translation>
    </message>
    <message>
        <source>This is no valid hex yet.</source>
        <translation>還不是有效的十六進位。</translation>
    </message>
    <message>
        <source>Bytes %1 to %2 of %3</source>
        <translation>位元組 %1 到 %2，共 %3</translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation>%1 B</translation>
    </message>
    <message>
        <source>%1 B, can be changed as hex only</source>
        <translation>%1 B，只能以十六進位修改</translation>
    </message>
</context>
<context>
    <name>pilothouse::queue::ValueModel</name>
    <message>
        <source>Field</source>
        <translation>欄位</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>型別</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>索引</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>成員</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>分數</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>條目</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation>%1 B</translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::AccessPane</name>
    <message>
        <source>Access rules</source>
        <translation>存取規則</translation>
    </message>
    <message>
        <source>New rule…</source>
        <translation>新增規則…</translation>
    </message>
    <message>
        <source>Filter rules</source>
        <translation>篩選規則</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>對象</translation>
    </message>
    <message>
        <source>May</source>
        <translation>權限</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>資源</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>From host</source>
        <translation>來源主機</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>New access rule…</source>
        <translation>新增存取規則…</translation>
    </message>
    <message>
        <source>Remove the chosen access rules…</source>
        <translation>移除選取的存取規則…</translation>
    </message>
    <message>
        <source>Add the access rule…</source>
        <translation>加入存取規則…</translation>
    </message>
    <message>
        <source>Allowed or denied</source>
        <translation>允許或拒絕</translation>
    </message>
    <message>
        <source>allow</source>
        <translation>允許</translation>
    </message>
    <message>
        <source>deny</source>
        <translation>拒絕</translation>
    </message>
    <message>
        <source>User:alice</source>
        <translation>User:alice</translation>
    </message>
    <message>
        <source>Kind of resource</source>
        <translation>資源種類</translation>
    </message>
    <message>
        <source>How the name is meant</source>
        <translation>名稱比對方式</translation>
    </message>
    <message>
        <source>just this name</source>
        <translation>僅此名稱</translation>
    </message>
    <message>
        <source>all names that begin so</source>
        <translation>以此開頭的所有名稱</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>規則</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>預覽</translation>
    </message>
    <message>
        <source>Name of the resource</source>
        <translation>資源名稱</translation>
    </message>
    <message>
        <source>Add rule…</source>
        <translation>加入規則…</translation>
    </message>
    <message>
        <source>No access rules</source>
        <translation>沒有存取規則</translation>
    </message>
    <message>
        <source>This connection cannot ask for them.</source>
        <translation>此連線無法查詢存取規則。</translation>
    </message>
    <message>
        <source>asking for the access rules</source>
        <translation>正在讀取存取規則</translation>
    </message>
    <message numerus="yes">
        <source>%n rules</source>
        <translation>
            <numerusform>%n 條規則</numerusform>
        </translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>%1 的規則</translation>
    </message>
    <message>
        <source>Only super users may do anything, or everybody everything: the brokers&apos; settings decide.</source>
        <translation>只有超級使用者可做任何事，或任何人都可以：由 broker 的設定決定。</translation>
    </message>
    <message>
        <source>No rule names %1.</source>
        <translation>沒有規則提到 %1。</translation>
    </message>
    <message>
        <source>Say who it is for, and for which resource.</source>
        <translation>請填寫對象與資源。</translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::ConfigModel</name>
    <message>
        <source>Setting</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Set by</source>
        <translation>設定者</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>預設值</translation>
    </message>
    <message>
        <source>this topic</source>
        <translation>此主題</translation>
    </message>
    <message>
        <source>the broker</source>
        <translation>該 broker</translation>
    </message>
    <message>
        <source>all brokers</source>
        <translation>所有 broker</translation>
    </message>
    <message>
        <source>the broker&apos;s file</source>
        <translation>broker 的檔案</translation>
    </message>
    <message>
        <source>Kafka</source>
        <translation>Kafka</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>未提供</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>無上限</translation>
    </message>
    <message>
        <source>never</source>
        <translation>永不</translation>
    </message>
    <message>
        <source>%1 (default)</source>
        <translation>%1（預設）</translation>
    </message>
    <message>
        <source>not shown</source>
        <translation>不顯示</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>來自 %1</translation>
    </message>
    <message>
        <source>the default</source>
        <translation>預設值</translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::ConfigPane</name>
    <message>
        <source>Change the settings</source>
        <translation>變更設定</translation>
    </message>
    <message>
        <source>Filter settings</source>
        <translation>篩選設定</translation>
    </message>
    <message>
        <source>Only what differs</source>
        <translation>僅顯示差異</translation>
    </message>
    <message>
        <source>Settings of the topic</source>
        <translation>主題的設定</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>捨棄</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>變更…</translation>
    </message>
    <message>
        <source>No topic is chosen</source>
        <translation>未選擇主題</translation>
    </message>
    <message>
        <source>Choose one to see its settings</source>
        <translation>選擇主題以查看其設定</translation>
    </message>
    <message>
        <source>asking for the settings</source>
        <translation>正在讀取設定</translation>
    </message>
    <message>
        <source>It cannot be changed while the topic lives</source>
        <translation>主題存在期間無法變更</translation>
    </message>
    <message numerus="yes">
        <source>Change %n settings…</source>
        <translation>
            <numerusform>變更 %n 項設定…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edited, nothing is sent yet</source>
        <translation>
            <numerusform>已編輯 %n 項，尚未送出</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n settings</source>
        <translation>
            <numerusform>%n 項設定</numerusform>
        </translation>
    </message>
    <message>
        <source>Asking for the settings</source>
        <translation>正在詢問設定</translation>
    </message>
    <message>
        <source>Edit the value</source>
        <translation>編輯值</translation>
    </message>
    <message>
        <source>Reset to the default</source>
        <translation>重設為預設值</translation>
    </message>
    <message>
        <source>Undo the edit</source>
        <translation>復原編輯</translation>
    </message>
    <message>
        <source>Copy the name of the setting</source>
        <translation>複製設定的名稱</translation>
    </message>
    <message>
        <source>Copy the value of the setting</source>
        <translation>複製設定的值</translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::ConnectPane</name>
    <message>
        <source>Filter connectors</source>
        <translation>篩選連接器</translation>
    </message>
    <message>
        <source>Connector</source>
        <translation>連接器</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任務</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>主題</translation>
    </message>
    <message>
        <source>Connectors</source>
        <translation>連接器</translation>
    </message>
    <message>
        <source>Pause or resume the connector…</source>
        <translation>暫停或繼續連接器…</translation>
    </message>
    <message>
        <source>Restart what failed of the connector…</source>
        <translation>重新啟動連接器失敗的部分…</translation>
    </message>
    <message>
        <source>Restart the connector with all its tasks…</source>
        <translation>重新啟動連接器與其所有任務…</translation>
    </message>
    <message>
        <source>Restart the task…</source>
        <translation>重新啟動任務…</translation>
    </message>
    <message>
        <source>What is shown of the connector</source>
        <translation>顯示連接器的哪一部分</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>堆疊追蹤</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任務</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>工作節點</translation>
    </message>
    <message>
        <source>Tasks of the connector</source>
        <translation>連接器的任務</translation>
    </message>
    <message>
        <source>Trace or settings of the connector</source>
        <translation>連接器的堆疊追蹤或設定</translation>
    </message>
    <message>
        <source>Pause…</source>
        <translation>暫停…</translation>
    </message>
    <message>
        <source>Restart…</source>
        <translation>重新啟動…</translation>
    </message>
    <message>
        <source>Restart task…</source>
        <translation>重新啟動任務…</translation>
    </message>
    <message>
        <source>No Kafka Connect</source>
        <translation>沒有 Kafka Connect</translation>
    </message>
    <message>
        <source>Name the address of its REST API in the options of the connection.</source>
        <translation>請在連線選項中填寫其 REST API 的位址。</translation>
    </message>
    <message>
        <source>asking for the connectors</source>
        <translation>正在讀取連接器</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>source</source>
        <translation>source</translation>
    </message>
    <message>
        <source>sink</source>
        <translation>sink</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>No connectors</source>
        <translation>沒有連接器</translation>
    </message>
    <message>
        <source>Kafka Connect is there and has none.</source>
        <translation>Kafka Connect 可用，但沒有任何連接器。</translation>
    </message>
    <message>
        <source>None reads or writes %1.</source>
        <translation>沒有連接器讀寫 %1。</translation>
    </message>
    <message>
        <source>Nothing failed here.</source>
        <translation>這裡沒有任何失敗。</translation>
    </message>
    <message>
        <source>Resume…</source>
        <translation>繼續…</translation>
    </message>
    <message>
        <source>The connector and its tasks that failed</source>
        <translation>連接器與其失敗的任務</translation>
    </message>
    <message>
        <source>With all tasks</source>
        <translation>連同所有任務</translation>
    </message>
    <message>
        <source>Connect at %1</source>
        <translation>位於 %1 的 Connect</translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::CountBox</name>
    <message>
        <source>At most %1</source>
        <translation>最多 %1</translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::DeadLetterModel</name>
    <message>
        <source>Part. @ offset</source>
        <translation>分割區 @ 位移</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Was in</source>
        <translation>原主題</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>錯誤</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>鍵</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>未提供</translation>
    </message>
    <message>
        <source>written to %1</source>
        <translation>已寫入 %1</translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::DeadLetterPanel</name>
    <message>
        <source>Dead letters</source>
        <translation>死信</translation>
    </message>
    <message>
        <source>%1 · dead letters</source>
        <translation>%1 · 死信</translation>
    </message>
    <message>
        <source>No topic looks like one for dead letters</source>
        <translation>沒有看似死信主題的主題</translation>
    </message>
    <message numerus="yes">
        <source>Choose one of %n above</source>
        <translation>
            <numerusform>請從上方 %n 個主題中選擇</numerusform>
        </translation>
    </message>
    <message>
        <source>the topic each was in</source>
        <translation>各自的原主題</translation>
    </message>
    <message>
        <source>reading the letters</source>
        <translation>正在讀取死信</translation>
    </message>
    <message>
        <source>No dead letters in %1</source>
        <translation>%1 中沒有死信</translation>
    </message>
    <message>
        <source>It does not say where it was</source>
        <translation>未註明原主題</translation>
    </message>
    <message>
        <source>was in %1, partition %2 @ %3</source>
        <translation>原在 %1，分割區 %2 @ %3</translation>
    </message>
    <message>
        <source>was in %1</source>
        <translation>原在 %1</translation>
    </message>
    <message>
        <source>Redrive…</source>
        <translation>重新投遞…</translation>
    </message>
    <message numerus="yes">
        <source>Redrive %n letters…</source>
        <translation>
            <numerusform>重新投遞 %n 則死信…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them do not say where they were: choose a topic</source>
        <translation>
            <numerusform>其中 %n 則未註明原主題：請選擇主題</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n written so far</source>
        <translation>
            <numerusform>目前已寫入 %n 則</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; %n written</source>
        <translation>
            <numerusform>%1；已寫入 %n 則</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n written</source>
        <translation>
            <numerusform>已寫入 %n 則</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letters</source>
        <translation>
            <numerusform>%n 則死信</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, no more fit</source>
        <translation>%1，已無法再容納</translation>
    </message>
    <message>
        <source>%1, there are earlier ones</source>
        <translation>%1，還有更早的</translation>
    </message>
    <message numerus="yes">
        <source>%n edited</source>
        <translation>
            <numerusform>已編輯 %n 則</numerusform>
        </translation>
    </message>
    <message>
        <source>Topic of dead letters</source>
        <translation>死信主題</translation>
    </message>
    <message>
        <source>Filter key, value, headers, error</source>
        <translation>篩選鍵、值、標頭、錯誤</translation>
    </message>
    <message>
        <source>By topic and error</source>
        <translation>依主題與錯誤</translation>
    </message>
    <message>
        <source>Was in</source>
        <translation>原主題</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>錯誤</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>死信數</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>待處理</translation>
    </message>
    <message>
        <source>Redrive to</source>
        <translation>重新投遞至</translation>
    </message>
    <message>
        <source>Same partition</source>
        <translation>相同分割區</translation>
    </message>
    <message>
        <source>The partition it was in; else the one it is in now</source>
        <translation>原本所在的分割區；未註明時用目前所在的分割區</translation>
    </message>
    <message>
        <source>With the error headers</source>
        <translation>保留錯誤標頭</translation>
    </message>
    <message>
        <source>The headers that tell of the failure are left out otherwise</source>
        <translation>否則會略去說明失敗原因的標頭</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>無上限</translation>
    </message>
    <message>
        <source> a second</source>
        <translation> 則/秒</translation>
    </message>
    <message>
        <source>Letters a second</source>
        <translation>每秒死信數</translation>
    </message>
    <message>
        <source>To</source>
        <translation>投遞至</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>重新整理</translation>
    </message>
    <message>
        <source>Redrive the chosen letters</source>
        <translation>重新投遞選取的死信</translation>
    </message>
    <message>
        <source>Choose all that are shown</source>
        <translation>選取所有顯示的死信</translation>
    </message>
    <message>
        <source>Choose none of those shown</source>
        <translation>取消選取所有顯示的死信</translation>
    </message>
    <message>
        <source>Take the edit back</source>
        <translation>復原編輯</translation>
    </message>
    <message>
        <source>Read earlier letters</source>
        <translation>讀取更早的死信</translation>
    </message>
    <message>
        <source>Choose the letter, or not</source>
        <translation>選取或取消選取死信</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>未提供</translation>
    </message>
    <message>
        <source>What comes is listed by itself.</source>
        <translation>新到的死信會自動列出。</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n 則新死信</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The edit of %n of them is not finished</source>
        <translation>
            <numerusform>其中 %n 則的編輯尚未完成</numerusform>
        </translation>
    </message>
    <message>
        <source>Letters that came since: list them (F5)</source>
        <translation>列出之後新到的死信 (F5)</translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::FieldDelegate</name>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation>
            <numerusform>%n 個欄位</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::LagPane</name>
    <message>
        <source>Messages produced and consumed per second</source>
        <translation>每秒寫入與消費的訊息數</translation>
    </message>
    <message>
        <source>produced</source>
        <translation>寫入</translation>
    </message>
    <message>
        <source>consumed</source>
        <translation>消費</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/秒</translation>
    </message>
    <message>
        <source>Partitions</source>
        <translation>分割區</translation>
    </message>
    <message>
        <source>Topic of the group</source>
        <translation>群組的主題</translation>
    </message>
    <message>
        <source>Group of the topic</source>
        <translation>主題的群組</translation>
    </message>
    <message>
        <source>Lag as of %1: %2</source>
        <translation>截至 %1 的延遲量：%2</translation>
    </message>
    <message>
        <source>The group&apos;s coordinator did not tell: %1</source>
        <translation>群組的 coordinator 未提供：%1</translation>
    </message>
    <message>
        <source>Offsets as of %1: %2</source>
        <translation>截至 %1 的位移：%2</translation>
    </message>
    <message>
        <source>No group has committed in this topic.</source>
        <translation>沒有群組在此主題提交。</translation>
    </message>
    <message>
        <source>no lag</source>
        <translation>沒有延遲</translation>
    </message>
    <message>
        <source>lag grows %1/min</source>
        <translation>延遲量每分鐘增加 %1</translation>
    </message>
    <message>
        <source>lag shrinks %1/min, none left in %2</source>
        <translation>延遲量每分鐘減少 %1，%2後歸零</translation>
    </message>
    <message>
        <source>lag shrinks %1/min</source>
        <translation>延遲量每分鐘減少 %1</translation>
    </message>
    <message>
        <source>lag %1, steady</source>
        <translation>延遲量 %1，持平</translation>
    </message>
    <message>
        <source>lag %1</source>
        <translation>延遲量 %1</translation>
    </message>
    <message>
        <source>%1, since %2</source>
        <translation>%1，自 %2 起</translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::ListPane</name>
    <message>
        <source>Filter topics</source>
        <translation>篩選主題</translation>
    </message>
    <message>
        <source>What is listed</source>
        <translation>列出的內容</translation>
    </message>
    <message>
        <source>New topic</source>
        <translation>新主題</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>主題</translation>
    </message>
    <message>
        <source>Consumer groups</source>
        <translation>消費者群組</translation>
    </message>
    <message>
        <source>Brokers</source>
        <translation>Broker</translation>
    </message>
    <message>
        <source>Internal topics</source>
        <translation>內部主題</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>群組</translation>
    </message>
    <message>
        <source>Schemas</source>
        <translation>綱要</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Connect</translation>
    </message>
    <message>
        <source>Filter groups</source>
        <translation>篩選群組</translation>
    </message>
    <message>
        <source>Filter brokers</source>
        <translation>篩選 broker</translation>
    </message>
    <message numerus="yes">
        <source>%n broker(s)</source>
        <translation>
            <numerusform>%n 個 broker</numerusform>
        </translation>
    </message>
    <message>
        <source>all in sync</source>
        <translation>全部同步</translation>
    </message>
    <message numerus="yes">
        <source>%n partition(s) without a leader</source>
        <translation>
            <numerusform>%n 個分割區沒有領導者</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n do(es) not answer</source>
        <translation>
            <numerusform>%n 個沒有回應</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n partition(s) not in sync</source>
        <translation>
            <numerusform>%n 個分割區未同步</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>as of %1: %2</source>
        <translation>截至 %1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s)</source>
        <translation>
            <numerusform>%n 個主題</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n topic(s)</source>
        <translation>
            <numerusform>%1 / %n 個主題</numerusform>
        </translation>
    </message>
    <message>
        <source>In %1 msg/s</source>
        <translation>寫入 %1 則/秒</translation>
    </message>
    <message>
        <source>Out %1 msg/s</source>
        <translation>消費 %1 則/秒</translation>
    </message>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n 個群組</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n group(s)</source>
        <translation>
            <numerusform>%1 / %n 個群組</numerusform>
        </translation>
    </message>
    <message>
        <source>lag read of %1</source>
        <translation>已讀取 %1 個群組的延遲量</translation>
    </message>
    <message>
        <source>broker %1 does not tell its groups: %2</source>
        <translation>broker %1 未提供其群組：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n partition(s)</source>
        <translation>
            <numerusform>%n 個分割區</numerusform>
        </translation>
    </message>
    <message>
        <source>Disk %1 of %2</source>
        <translation>磁碟 %1 / %2</translation>
    </message>
    <message>
        <source>Internal topics shown</source>
        <translation>已顯示內部主題</translation>
    </message>
    <message>
        <source>Internal topics hidden</source>
        <translation>已隱藏內部主題</translation>
    </message>
    <message>
        <source>Nothing has this in its name</source>
        <translation>沒有名稱包含此文字的項目</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除篩選</translation>
    </message>
    <message>
        <source>No consumer group</source>
        <translation>沒有消費者群組</translation>
    </message>
    <message>
        <source>Nobody has committed an offset in this cluster, or you may not see it.</source>
        <translation>此叢集中尚無人提交位移，或您無權查看。</translation>
    </message>
    <message>
        <source>No topic in this cluster</source>
        <translation>此叢集中沒有主題</translation>
    </message>
    <message numerus="yes">
        <source>%n internal topic(s) are hidden.</source>
        <translation>
            <numerusform>已隱藏 %n 個內部主題。</numerusform>
        </translation>
    </message>
    <message>
        <source>Or there is none that you may see.</source>
        <translation>或沒有您有權查看的主題。</translation>
    </message>
    <message>
        <source>New topic…</source>
        <translation>新主題…</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>顯示內部主題</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>沒有回應</translation>
    </message>
    <message numerus="yes">
        <source>%n being moved</source>
        <translation>
            <numerusform>%n 個移動中</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::MessageDelegate</name>
    <message>
        <source>tombstone</source>
        <translation>tombstone</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::MessageForm</name>
    <message>
        <source>Key as</source>
        <translation>鍵的格式</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>鍵</translation>
    </message>
    <message>
        <source>by the key</source>
        <translation>依鍵決定</translation>
    </message>
    <message>
        <source>Partition</source>
        <translation>分割區</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Time: now</source>
        <translation>時間：現在</translation>
    </message>
    <message>
        <source>Value as</source>
        <translation>值的格式</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>標頭</translation>
    </message>
    <message>
        <source>Add header</source>
        <translation>新增標頭</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>綱要</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>沒有鍵</translation>
    </message>
    <message>
        <source>Key: %1</source>
        <translation>鍵：%1</translation>
    </message>
    <message>
        <source>Value: %1</source>
        <translation>值：%1</translation>
    </message>
    <message>
        <source>Time: such as 2026-03-17 13:40, or -2 h</source>
        <translation>時間：例如 2026-03-17 13:40，或 -2 h</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>十六進位</translation>
    </message>
    <message>
        <source>Null</source>
        <translation>null</translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::MessageList</name>
    <message>
        <source>no key</source>
        <translation>沒有鍵</translation>
    </message>
    <message>
        <source>null (tombstone)</source>
        <translation>null (tombstone)</translation>
    </message>
    <message>
        <source>The first %1 of %2</source>
        <translation>%2 的前 %1</translation>
    </message>
    <message>
        <source>Partition</source>
        <translation>分割區</translation>
    </message>
    <message>
        <source>Part.</source>
        <translation>分割區</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>位移</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>鍵</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>標頭</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::MessageTable</name>
    <message>
        <source>Messages</source>
        <translation>訊息</translation>
    </message>
    <message>
        <source>Copy the value</source>
        <translation>複製值</translation>
    </message>
    <message>
        <source>Copy the key</source>
        <translation>複製鍵</translation>
    </message>
    <message>
        <source>Copy the message as JSON</source>
        <translation>將訊息複製為 JSON</translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::MessageView</name>
    <message>
        <source>Choose a message to see it here.</source>
        <translation>選擇一則訊息以在此查看。</translation>
    </message>
    <message>
        <source>No value: a tombstone. With compaction it deletes what this key held.</source>
        <translation>沒有值：這是 tombstone。啟用 compaction 時，它會刪除此鍵原有的內容。</translation>
    </message>
    <message>
        <source>An empty value: 0 bytes.</source>
        <translation>空值：0 位元組。</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>鍵</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空白</translation>
    </message>
    <message>
        <source>Timestamp</source>
        <translation>時間戳記</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>綱要</translation>
    </message>
    <message>
        <source>id %1</source>
        <translation>id %1</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>unpacked by %1</source>
        <translation>以 %1 解開</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 位元組</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>沒有值</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>not compressed</source>
        <translation>未壓縮</translation>
    </message>
    <message>
        <source>in a transaction</source>
        <translation>在交易中</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>標頭</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>還有 %1 個</translation>
    </message>
    <message>
        <source>The rest could not be read: %1</source>
        <translation>其餘部分無法讀取：%1</translation>
    </message>
    <message>
        <source>Reading all %1…</source>
        <translation>正在讀取全部 %1…</translation>
    </message>
    <message>
        <source>The first %1 of %2</source>
        <translation>%2 的前 %1</translation>
    </message>
    <message>
        <source>Not decoded: %1</source>
        <translation>無法解碼：%1</translation>
    </message>
    <message>
        <source>Save the value to a file…</source>
        <translation>將值儲存到檔案…</translation>
    </message>
    <message>
        <source>Read the whole message</source>
        <translation>讀取整則訊息</translation>
    </message>
    <message>
        <source>Reset a group to here…</source>
        <translation>將群組重設到這裡…</translation>
    </message>
    <message>
        <source>Produce it again…</source>
        <translation>再次寫入…</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>訊息</translation>
    </message>
    <message>
        <source>Show the value as</source>
        <translation>值的顯示方式</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>樹狀</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>十六進位</translation>
    </message>
    <message>
        <source>Reset a group to here</source>
        <translation>將群組重設到這裡</translation>
    </message>
    <message>
        <source>Copy the value</source>
        <translation>複製值</translation>
    </message>
    <message>
        <source>More for this message</source>
        <translation>此訊息的更多操作</translation>
    </message>
    <message>
        <source>Copy the key</source>
        <translation>複製鍵</translation>
    </message>
    <message>
        <source>Copy the message as JSON</source>
        <translation>將訊息複製為 JSON</translation>
    </message>
    <message>
        <source>Value as a tree</source>
        <translation>樹狀的值</translation>
    </message>
    <message>
        <source>Copy the field</source>
        <translation>複製欄位</translation>
    </message>
    <message>
        <source>Copy the path</source>
        <translation>複製路徑</translation>
    </message>
    <message>
        <source>Value as text</source>
        <translation>文字的值</translation>
    </message>
    <message>
        <source>Key, time, schema and headers</source>
        <translation>鍵、時間、綱要與標頭</translation>
    </message>
    <message>
        <source>Save the value</source>
        <translation>儲存值</translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::MovesPane</name>
    <message>
        <source>Reassignments in progress</source>
        <translation>進行中的重新分配</translation>
    </message>
    <message>
        <source>No partition is being moved</source>
        <translation>沒有移動中的分割區</translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::NewTopicSheet</name>
    <message>
        <source>New topic</source>
        <translation>新主題</translation>
    </message>
    <message>
        <source>Add a setting</source>
        <translation>新增一項設定</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>a-z, A-Z, 0-9, “.”, “_” and “-”</source>
        <translation>a-z、A-Z、0-9、「.」、「_」與「-」</translation>
    </message>
    <message>
        <source>as the brokers say</source>
        <translation>由 broker 決定</translation>
    </message>
    <message>
        <source>Partitions</source>
        <translation>分割區</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>複本</translation>
    </message>
    <message>
        <source>Settings like</source>
        <translation>設定參照</translation>
    </message>
    <message>
        <source>an existing topic</source>
        <translation>現有的主題</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Add setting</source>
        <translation>新增設定</translation>
    </message>
    <message>
        <source>What is sent</source>
        <translation>送出的內容</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>檢查</translation>
    </message>
    <message>
        <source>A setting needs a name</source>
        <translation>設定需要名稱</translation>
    </message>
    <message>
        <source>This setting is named above</source>
        <translation>上面已有這項設定</translation>
    </message>
    <message>
        <source>These brokers know no such setting</source>
        <translation>這些 broker 沒有這項設定</translation>
    </message>
    <message>
        <source>It needs a value</source>
        <translation>需要填值</translation>
    </message>
    <message>
        <source>There is a topic of this name</source>
        <translation>已有同名的主題</translation>
    </message>
    <message>
        <source>Make topic…</source>
        <translation>建立主題…</translation>
    </message>
    <message>
        <source>Its metrics would have the name of those of %1: “.” and “_” are the same there</source>
        <translation>其指標名稱會與 %1 的相同：「.」與「_」在指標中沒有區別</translation>
    </message>
    <message>
        <source>Asking the brokers whether they would take it</source>
        <translation>正在詢問 broker 是否接受</translation>
    </message>
    <message>
        <source>The brokers would take it</source>
        <translation>broker 會接受</translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::PairRows</name>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Null</source>
        <translation>Null</translation>
    </message>
    <message>
        <source>Take this row away</source>
        <translation>移除此列</translation>
    </message>
    <message>
        <source>null</source>
        <translation>null</translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::PartitionBars</name>
    <message>
        <source>Matches per partition</source>
        <translation>各分割區的相符數</translation>
    </message>
    <message>
        <source>Partition %1: %2 matches, %3 % read</source>
        <translation>分割區 %1：%2 則相符，已讀取 %3%</translation>
    </message>
    <message>
        <source>It cannot be read now; the search goes on with the rest.</source>
        <translation>目前無法讀取；搜尋會繼續處理其餘分割區。</translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::PartitionsSheet</name>
    <message>
        <source>Add partitions</source>
        <translation>增加分割區</translation>
    </message>
    <message>
        <source>Partitions then</source>
        <translation>之後的分割區</translation>
    </message>
    <message numerus="yes">
        <source>%n partitions more</source>
        <translation>
            <numerusform>增加 %n 個分割區</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A topic can only grow, it has %n already</source>
        <translation>
            <numerusform>主題的分割區只能增加，目前已有 %n 個</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 now</source>
        <translation>目前 %1</translation>
    </message>
    <message>
        <source>A message with a key may go to another partition from then on: the order of one key is not kept across the change</source>
        <translation>此後有鍵的訊息可能進入其他分割區：同一個鍵的順序在變更前後無法保持</translation>
    </message>
    <message>
        <source>The topic is compacted: older values of a key stay in their old partition for good</source>
        <translation>此主題啟用了 compaction：鍵的舊值會永久留在原來的分割區</translation>
    </message>
    <message>
        <source>It cannot be taken back</source>
        <translation>此操作無法復原</translation>
    </message>
    <message>
        <source>Asking how many there are</source>
        <translation>正在詢問目前的數量</translation>
    </message>
    <message>
        <source>Add partitions…</source>
        <translation>增加分割區…</translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::ProduceSheet</name>
    <message>
        <source>Messages from a file</source>
        <translation>從檔案讀取的訊息</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>主題</translation>
    </message>
    <message>
        <source>as fast as the brokers take them</source>
        <translation>依 broker 能接受的最快速率</translation>
    </message>
    <message>
        <source> a second</source>
        <translation> 則/秒</translation>
    </message>
    <message>
        <source>Messages a second</source>
        <translation>每秒訊息數</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>速率</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>從檔案…</translation>
    </message>
    <message>
        <source>Schema v%1</source>
        <translation>綱要 v%1</translation>
    </message>
    <message>
        <source>Messages, one JSON object to a line</source>
        <translation>訊息，每行一個 JSON 物件</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl *.ndjson *.json)</source>
        <translation>JSON Lines (*.jsonl *.ndjson *.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有檔案 (*)</translation>
    </message>
    <message>
        <source>%1 holds no message</source>
        <translation>%1 中沒有訊息</translation>
    </message>
    <message numerus="yes">
        <source>%n messages</source>
        <translation>
            <numerusform>%n 則訊息</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them without a value</source>
        <translation>
            <numerusform>其中 %n 則沒有值</numerusform>
        </translation>
    </message>
    <message>
        <source>Written to partition %1</source>
        <translation>已寫入分割區 %1</translation>
    </message>
    <message>
        <source>%1 of %2 written</source>
        <translation>已寫入 %1 / %2</translation>
    </message>
    <message>
        <source>Message %1: %2</source>
        <translation>訊息 %1：%2</translation>
    </message>
    <message>
        <source>partition %1</source>
        <translation>分割區 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n failed in all</source>
        <translation>
            <numerusform>共 %n 則失敗</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not sent</source>
        <translation>
            <numerusform>%n 則未送出</numerusform>
        </translation>
    </message>
    <message>
        <source>Produce messages</source>
        <translation>寫入訊息</translation>
    </message>
    <message>
        <source>Produce…</source>
        <translation>寫入…</translation>
    </message>
    <message numerus="yes">
        <source>Produce %n messages…</source>
        <translation>
            <numerusform>寫入 %n 則訊息…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::ProducersPane</name>
    <message>
        <source>Active producers</source>
        <translation>作用中的生產者</translation>
    </message>
    <message>
        <source>asking who writes to %1</source>
        <translation>正在詢問誰在寫入 %1</translation>
    </message>
    <message>
        <source>No active producers</source>
        <translation>沒有作用中的生產者</translation>
    </message>
    <message>
        <source>Brokers know those that number their messages, for a day after the last one.</source>
        <translation>Broker 只知道會為訊息編號的生產者，並在其最後一則訊息後保留一天。</translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::QuotasPane</name>
    <message>
        <source>Quotas</source>
        <translation>配額</translation>
    </message>
    <message>
        <source>asking for the quotas</source>
        <translation>正在讀取配額</translation>
    </message>
    <message>
        <source>No quotas</source>
        <translation>沒有配額</translation>
    </message>
    <message>
        <source>No user, client id or address of this cluster has a limit.</source>
        <translation>此叢集沒有任何使用者、client id 或位址設有上限。</translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::RecordsSheet</name>
    <message>
        <source>Delete messages</source>
        <translation>刪除訊息</translation>
    </message>
    <message>
        <source>Partitions</source>
        <translation>分割區</translation>
    </message>
    <message>
        <source>all partitions</source>
        <translation>所有分割區</translation>
    </message>
    <message>
        <source>All before</source>
        <translation>刪除範圍至</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>位移</translation>
    </message>
    <message>
        <source>The end</source>
        <translation>結尾</translation>
    </message>
    <message>
        <source>Time or offset</source>
        <translation>時間或位移</translation>
    </message>
    <message>
        <source>What would be deleted, by partition</source>
        <translation>將刪除的內容，依分割區</translation>
    </message>
    <message>
        <source>2026-03-17 13:40, or -7 d</source>
        <translation>2026-03-17 13:40，或 -7 d</translation>
    </message>
    <message>
        <source>an offset</source>
        <translation>位移</translation>
    </message>
    <message>
        <source>Partitions are written 0, 3, 7-9; empty means all</source>
        <translation>分割區請寫成 0, 3, 7-9；留空表示全部</translation>
    </message>
    <message>
        <source>A time is written 2026-03-17 13:40, or -7 d for seven days ago</source>
        <translation>時間請寫成 2026-03-17 13:40，或以 -7 d 表示七天前</translation>
    </message>
    <message>
        <source>An offset is a number from 0</source>
        <translation>位移是從 0 起的數字</translation>
    </message>
    <message>
        <source>Its leader did not tell</source>
        <translation>其領導者未提供</translation>
    </message>
    <message numerus="yes">
        <source>%n partitions cannot be read now</source>
        <translation>
            <numerusform>目前無法讀取 %n 個分割區</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 offsets are gone for good, for every reader</source>
        <translation>%1 個位移對每個讀取者都會永久消失</translation>
    </message>
    <message>
        <source>There is nothing before that</source>
        <translation>在此之前沒有任何內容</translation>
    </message>
    <message numerus="yes">
        <source>%n partitions</source>
        <translation>
            <numerusform>%n 個分割區</numerusform>
        </translation>
    </message>
    <message>
        <source>Asking the brokers where that is</source>
        <translation>正在向 broker 查詢該位置</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>刪除…</translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::Redriver</name>
    <message>
        <source>Not connected</source>
        <translation>未連線</translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::ReplaySheet</name>
    <message>
        <source>To topic</source>
        <translation>寫入主題</translation>
    </message>
    <message>
        <source>The same partition as before</source>
        <translation>與原來相同的分割區</translation>
    </message>
    <message>
        <source>as fast as the brokers take them</source>
        <translation>依 broker 能接受的最快速率</translation>
    </message>
    <message>
        <source> a second</source>
        <translation> 則/秒</translation>
    </message>
    <message>
        <source>Messages a second</source>
        <translation>每秒訊息數</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>速率</translation>
    </message>
    <message>
        <source>There is no topic %1</source>
        <translation>沒有主題 %1</translation>
    </message>
    <message>
        <source>%1 has no partition %2</source>
        <translation>%1 沒有分割區 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n messages with key, value and headers as they are</source>
        <translation>
            <numerusform>%n 則訊息，鍵、值與標頭保持不變</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 written</source>
        <translation>已寫入 %1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>%n not written</source>
        <translation>
            <numerusform>%n 則未寫入</numerusform>
        </translation>
    </message>
    <message>
        <source>Produce again</source>
        <translation>再次寫入</translation>
    </message>
    <message numerus="yes">
        <source>Produce %n messages again…</source>
        <translation>
            <numerusform>再次寫入 %n 則訊息…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::ResetModel</name>
    <message>
        <source>Topic</source>
        <translation>主題</translation>
    </message>
    <message>
        <source>Part.</source>
        <translation>分割區</translation>
    </message>
    <message>
        <source>Committed</source>
        <translation>已提交</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新位移</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差異</translation>
    </message>
    <message>
        <source>Record there: time, key</source>
        <translation>該處訊息：時間、鍵</translation>
    </message>
    <message>
        <source>no record, the end</source>
        <translation>沒有訊息，已到結尾</translation>
    </message>
    <message>
        <source>could not be read</source>
        <translation>無法讀取</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>沒有鍵</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
    <message>
        <source>What was asked for lies outside the log, which holds %1 to %2</source>
        <translation>要求的位置在日誌範圍之外，日誌保有 %1 到 %2</translation>
    </message>
    <message>
        <source>first</source>
        <translation>首次</translation>
    </message>
    <message>
        <source>The first commit of this partition</source>
        <translation>此分割區的首次提交</translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::ResetSheet</name>
    <message>
        <source>Reset offsets</source>
        <translation>重設位移</translation>
    </message>
    <message>
        <source>Earlier resets</source>
        <translation>先前的重設</translation>
    </message>
    <message>
        <source>Undo this reset</source>
        <translation>復原此重設</translation>
    </message>
    <message>
        <source>all of the group</source>
        <translation>群組的全部</translation>
    </message>
    <message numerus="yes">
        <source>all %n topics of the group</source>
        <translation>
            <numerusform>群組的全部 %n 個主題</numerusform>
        </translation>
    </message>
    <message>
        <source>A time is written 2026-03-17 13:40 or 13:40:05, or -2 h for two hours ago</source>
        <translation>時間請寫成 2026-03-17 13:40 或 13:40:05，或以 -2 h 表示兩小時前</translation>
    </message>
    <message>
        <source>An offset is a number from 0</source>
        <translation>位移是從 0 起的數字</translation>
    </message>
    <message>
        <source>A number of messages, with - to go back</source>
        <translation>訊息數，加 - 表示後退</translation>
    </message>
    <message>
        <source>back</source>
        <translation>後退</translation>
    </message>
    <message>
        <source>ahead</source>
        <translation>前進</translation>
    </message>
    <message>
        <source>Partitions are written 0, 3, 7-9; empty means all</source>
        <translation>分割區請寫成 0, 3, 7-9；留空表示全部</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>位移</translation>
    </message>
    <message>
        <source>By</source>
        <translation>移動量</translation>
    </message>
    <message>
        <source>2026-03-17 13:40, or -2 h</source>
        <translation>2026-03-17 13:40，或 -2 h</translation>
    </message>
    <message>
        <source>an offset</source>
        <translation>位移</translation>
    </message>
    <message>
        <source>-1000 goes back</source>
        <translation>-1000 表示後退</translation>
    </message>
    <message>
        <source>%1, nothing is changed yet</source>
        <translation>%1，尚未變更任何內容</translation>
    </message>
    <message numerus="yes">
        <source>%n offsets with their metadata</source>
        <translation>
            <numerusform>%n 個位移與其中繼資料</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n offsets with their metadata; partitions without a commit go back to none</source>
        <translation>
            <numerusform>%n 個位移與其中繼資料；原本沒有提交的分割區會再次沒有提交</numerusform>
        </translation>
    </message>
    <message>
        <source>Group is empty: 0 members</source>
        <translation>群組是空的：0 個成員</translation>
    </message>
    <message>
        <source>state %1</source>
        <translation>狀態 %1</translation>
    </message>
    <message numerus="yes">
        <source>The group has %n members. Stop its consumers first.</source>
        <translation>
            <numerusform>群組有 %n 個成員。請先停止其消費者。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>還有 %n 個</numerusform>
        </translation>
    </message>
    <message>
        <source>Asking the brokers where that is</source>
        <translation>正在向 broker 查詢該位置</translation>
    </message>
    <message numerus="yes">
        <source>%n partitions cannot be moved now</source>
        <translation>
            <numerusform>%n 個分割區目前無法移動</numerusform>
        </translation>
    </message>
    <message>
        <source>none is moved</source>
        <translation>都不會移動</translation>
    </message>
    <message>
        <source>What was asked for lies outside the log: its begin or end is taken</source>
        <translation>要求的位置在日誌範圍之外：改用日誌的起始或結尾</translation>
    </message>
    <message>
        <source>Every new offset lies inside the log</source>
        <translation>所有新位移都在日誌範圍之內</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>%n partitions get their first commit</source>
        <translation>
            <numerusform>%n 個分割區將首次提交</numerusform>
        </translation>
    </message>
    <message>
        <source>Members and commits are read once more before writing</source>
        <translation>寫入前會再讀取一次成員與提交</translation>
    </message>
    <message>
        <source>at apply</source>
        <translation>套用時</translation>
    </message>
    <message>
        <source>%1 offsets are read again, %2 are never read</source>
        <translation>%1 個位移會被重讀，%2 個永遠不讀</translation>
    </message>
    <message>
        <source>%1 offsets are read again</source>
        <translation>%1 個位移會被重讀</translation>
    </message>
    <message>
        <source>%1 offsets are never read</source>
        <translation>%1 個位移永遠不讀</translation>
    </message>
    <message>
        <source>Nothing is read again, nothing is left out</source>
        <translation>不會重讀，也不會遺漏</translation>
    </message>
    <message>
        <source>Save undo file and reset…</source>
        <translation>儲存復原檔並重設…</translation>
    </message>
    <message>
        <source>The group is there already</source>
        <translation>群組已在該位置</translation>
    </message>
    <message>
        <source>%1 was moved</source>
        <translation>已移動 %1</translation>
    </message>
    <message>
        <source>Written before the group was moved</source>
        <translation>在移動群組之前寫入</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>主題</translation>
    </message>
    <message>
        <source>Partitions</source>
        <translation>分割區</translation>
    </message>
    <message>
        <source>all partitions</source>
        <translation>所有分割區</translation>
    </message>
    <message>
        <source>Move to</source>
        <translation>移至</translation>
    </message>
    <message>
        <source>Earliest</source>
        <translation>最早</translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>Shift by</source>
        <translation>相對移動</translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation>試算</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>重新試算</translation>
    </message>
    <message>
        <source>Dry run, by partition</source>
        <translation>試算，依分割區</translation>
    </message>
    <message>
        <source>worst first</source>
        <translation>最差的在前</translation>
    </message>
    <message>
        <source>Undo this reset…</source>
        <translation>復原此重設…</translation>
    </message>
    <message>
        <source>No partition has a commit, so there is nothing to shift from</source>
        <translation>沒有任何分割區有提交，因此沒有可移動的起點</translation>
    </message>
    <message numerus="yes">
        <source>%n partitions have no commit: they stay as they are</source>
        <translation>
            <numerusform>%n 個分割區沒有提交：維持不變</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 offsets before</source>
        <translation>之前 %1 個位移</translation>
    </message>
    <message numerus="yes">
        <source>Moved at %1, %n partitions</source>
        <translation>
            <numerusform>已於 %1 移動，%n 個分割區</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>sum %1 offsets in %n partitions</source>
        <translation>
            <numerusform>合計 %1 個位移，%n 個分割區</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>The reset was undone</source>
        <translation>已復原重設</translation>
    </message>
    <message>
        <source>Undo file</source>
        <translation>復原檔</translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::SchemaView</name>
    <message>
        <source>Which part of the messages</source>
        <translation>訊息的哪一部分</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>鍵</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Schema of the topic</source>
        <translation>主題的綱要</translation>
    </message>
    <message>
        <source>No schema registry</source>
        <translation>沒有 Schema Registry</translation>
    </message>
    <message>
        <source>Name it in the options of the connection, with the path of its API.</source>
        <translation>請在連線選項中填寫，並包含其 API 的路徑。</translation>
    </message>
    <message>
        <source>No topic</source>
        <translation>沒有主題</translation>
    </message>
    <message>
        <source>Choose a topic to see its schema.</source>
        <translation>選擇主題以查看其綱要。</translation>
    </message>
    <message>
        <source>asking for %1</source>
        <translation>正在讀取 %1</translation>
    </message>
    <message>
        <source>No schema</source>
        <translation>沒有綱要</translation>
    </message>
    <message>
        <source>The registry has no subject %1. Messages without a schema, or with subjects named in another way, are read all the same.</source>
        <translation>Schema Registry 中沒有 subject %1。沒有綱要的訊息，或 subject 以其他方式命名的訊息，仍可讀取。</translation>
    </message>
    <message>
        <source>%1, version %2, number %3</source>
        <translation>%1，版本 %2，編號 %3</translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::SchemasPane</name>
    <message>
        <source>No schema registry</source>
        <translation>沒有 Schema Registry</translation>
    </message>
    <message>
        <source>Name it in the options of the connection, with the path of its API.</source>
        <translation>請在連線選項中填寫，並包含其 API 的路徑。</translation>
    </message>
    <message>
        <source>asking for the subjects</source>
        <translation>正在讀取 subject</translation>
    </message>
    <message>
        <source>No subjects</source>
        <translation>沒有 subject</translation>
    </message>
    <message>
        <source>The registry is there. Producers register their schemas when they first write.</source>
        <translation>Schema Registry 可用。生產者第一次寫入時會註冊綱要。</translation>
    </message>
    <message>
        <source>%1 (deleted)</source>
        <translation>%1（已刪除）</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>Schemas</source>
        <translation>綱要</translation>
    </message>
    <message>
        <source>%1, number %2</source>
        <translation>%1，編號 %2</translation>
    </message>
    <message>
        <source>asking the registry</source>
        <translation>正在詢問 Schema Registry</translation>
    </message>
    <message>
        <source>Filter subjects</source>
        <translation>篩選 subject</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>Subjects</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Versions of the subject</source>
        <translation>Subject 的版本</translation>
    </message>
    <message>
        <source>Text of the schema</source>
        <translation>綱要的內文</translation>
    </message>
    <message>
        <source>Compare with the version before</source>
        <translation>與前一版本比較</translation>
    </message>
    <message>
        <source>Edit as a new version</source>
        <translation>編輯為新版本</translation>
    </message>
    <message>
        <source>Check the compatibility</source>
        <translation>檢查相容性</translation>
    </message>
    <message>
        <source>Register the edited schema…</source>
        <translation>註冊編輯後的綱要…</translation>
    </message>
    <message>
        <source>Compatibility of the subject</source>
        <translation>Subject 的相容性</translation>
    </message>
    <message>
        <source>What is shown of the schema</source>
        <translation>綱要的顯示方式</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差異</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>編輯</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>綱要</translation>
    </message>
    <message>
        <source>What changed since the version before</source>
        <translation>與前一版本的差異</translation>
    </message>
    <message>
        <source>New version of the schema</source>
        <translation>綱要的新版本</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>檢查</translation>
    </message>
    <message>
        <source>Register…</source>
        <translation>註冊…</translation>
    </message>
    <message>
        <source>This is what you typed before. It is not registered.</source>
        <translation>這是您先前輸入的內容，尚未註冊。</translation>
    </message>
    <message>
        <source>Discard the edited schema</source>
        <translation>捨棄編輯後的綱要</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>捨棄</translation>
    </message>
    <message>
        <source>its level</source>
        <translation>其層級</translation>
    </message>
    <message>
        <source>The registry compares nothing here (NONE): whatever it can read is taken.</source>
        <translation>Schema Registry 在此不做比較（NONE）：只要能讀取就會接受。</translation>
    </message>
    <message>
        <source>Compatible with what the subject has (%1).</source>
        <translation>與 subject 現有的版本相容（%1）。</translation>
    </message>
    <message>
        <source>Not compatible (%1). This registry tells no reasons.</source>
        <translation>不相容（%1）。此 Schema Registry 未提供原因。</translation>
    </message>
    <message>
        <source>Not compatible (%1): %2</source>
        <translation>不相容（%1）：%2</translation>
    </message>
    <message>
        <source>This registry cannot check the compatibility: nobody knows whether it fits.</source>
        <translation>此 Schema Registry 無法檢查相容性：無法得知是否相容。</translation>
    </message>
    <message>
        <source>Not checked: %1</source>
        <translation>未檢查：%1</translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::SearchBar</name>
    <message>
        <source>Topic to search</source>
        <translation>要搜尋的主題</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>主題</translation>
    </message>
    <message>
        <source>How to search</source>
        <translation>搜尋方式</translation>
    </message>
    <message>
        <source>Contains</source>
        <translation>包含</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>欄位</translation>
    </message>
    <message>
        <source>Regex</source>
        <translation>正規表示式</translation>
    </message>
    <message>
        <source>What to search for</source>
        <translation>要搜尋的內容</translation>
    </message>
    <message>
        <source>Value of the field</source>
        <translation>欄位的值</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Where to search</source>
        <translation>搜尋位置</translation>
    </message>
    <message>
        <source>in key, headers and value</source>
        <translation>在鍵、標頭與值中</translation>
    </message>
    <message>
        <source>in the value</source>
        <translation>在值中</translation>
    </message>
    <message>
        <source>in the key</source>
        <translation>在鍵中</translation>
    </message>
    <message>
        <source>in the headers</source>
        <translation>在標頭中</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>區分大小寫</translation>
    </message>
    <message>
        <source>Match case. Without it the search is slower.</source>
        <translation>區分大小寫。不區分時搜尋較慢。</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜尋</translation>
    </message>
    <message>
        <source>Export hits</source>
        <translation>匯出相符訊息</translation>
    </message>
    <message>
        <source>Begin of the range</source>
        <translation>範圍起點</translation>
    </message>
    <message>
        <source>begin</source>
        <translation>begin</translation>
    </message>
    <message>
        <source>End of the range</source>
        <translation>範圍終點</translation>
    </message>
    <message>
        <source>end</source>
        <translation>end</translation>
    </message>
    <message>
        <source>Partitions</source>
        <translation>分割區</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Isolation</source>
        <translation>隔離等級</translation>
    </message>
    <message>
        <source>From</source>
        <translation>從</translation>
    </message>
    <message>
        <source>to</source>
        <translation>到</translation>
    </message>
    <message>
        <source>all %1</source>
        <translation>全部 %1</translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::SearchPanel</name>
    <message>
        <source>Search</source>
        <translation>搜尋</translation>
    </message>
    <message>
        <source>%1 · search</source>
        <translation>%1 · 搜尋</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>相符訊息</translation>
    </message>
    <message>
        <source>Export the range</source>
        <translation>匯出範圍</translation>
    </message>
    <message>
        <source>Export the hits</source>
        <translation>匯出相符訊息</translation>
    </message>
    <message>
        <source>There is no group</source>
        <translation>沒有群組</translation>
    </message>
    <message>
        <source>Start the search</source>
        <translation>開始搜尋</translation>
    </message>
    <message>
        <source>Pause or resume the search</source>
        <translation>暫停或繼續搜尋</translation>
    </message>
    <message>
        <source>Cancel the search</source>
        <translation>取消搜尋</translation>
    </message>
    <message>
        <source>Go on with the search</source>
        <translation>繼續搜尋</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>下一則相符訊息</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>上一則相符訊息</translation>
    </message>
    <message>
        <source>Sort the hits by time</source>
        <translation>依時間排序相符訊息</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>匯出…</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暫停</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Esc twice cancels the search</source>
        <translation>按兩次 Esc 取消搜尋</translation>
    </message>
    <message>
        <source>How far the search is</source>
        <translation>搜尋進度</translation>
    </message>
    <message>
        <source>offsets</source>
        <translation>個位移</translation>
    </message>
    <message>
        <source>records</source>
        <translation>則訊息</translation>
    </message>
    <message>
        <source>%1 of %2 %3</source>
        <translation>%1 / %2 %3</translation>
    </message>
    <message>
        <source>Finding the range…</source>
        <translation>正在確定範圍…</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>搜尋中</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/秒</translation>
    </message>
    <message>
        <source>%1 rec/s</source>
        <translation>%1 則/秒</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation>約剩 %1</translation>
    </message>
    <message>
        <source>partition %1 waits: %2</source>
        <translation>分割區 %1 等待中：%2</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暫停</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>目前已讀取 %1</translation>
    </message>
    <message>
        <source>Cut off %1</source>
        <translation>%1 中斷</translation>
    </message>
    <message>
        <source>it goes on from there</source>
        <translation>可從該處繼續</translation>
    </message>
    <message>
        <source>Cancelled %1</source>
        <translation>%1 取消</translation>
    </message>
    <message>
        <source>%1 read</source>
        <translation>已讀取 %1</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 in %2 s</source>
        <translation>%1，費時 %2 秒</translation>
    </message>
    <message>
        <source>Esc once more cancels the search</source>
        <translation>再按一次 Esc 取消搜尋</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>繼續</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>繼續</translation>
    </message>
    <message>
        <source>Matches per partition</source>
        <translation>各分割區的相符數</translation>
    </message>
    <message>
        <source>%1 in %2 partitions, most in %3: %4</source>
        <translation>%2 個分割區中共 %1 則，最多在分割區 %3：%4 則</translation>
    </message>
    <message>
        <source>shown: %1 of them</source>
        <translation>顯示其中 %1 個</translation>
    </message>
    <message>
        <source>%1 hits, all kept</source>
        <translation>%1 則相符，全部保留</translation>
    </message>
    <message>
        <source>%1 hits; the first %2 were found before the program was closed and are not listed</source>
        <translation>%1 則相符；前 %2 則在程式關閉前找到，未列出</translation>
    </message>
    <message>
        <source>Complete up to %1</source>
        <translation>完整至 %1</translation>
    </message>
    <message>
        <source>State is saved every 5 s, so a closed search can go on</source>
        <translation>每 5 秒儲存狀態，關閉的搜尋可以繼續</translation>
    </message>
    <message>
        <source>%1 %2 were read</source>
        <translation>已讀取 %1 %2</translation>
    </message>
    <message>
        <source>Search through a topic</source>
        <translation>搜尋主題</translation>
    </message>
    <message>
        <source>Nothing is read until you start. Ctrl+Enter starts.</source>
        <translation>開始前不會讀取任何內容。按 Ctrl+Enter 開始。</translation>
    </message>
    <message>
        <source>No hit is listed</source>
        <translation>未列出相符訊息</translation>
    </message>
    <message>
        <source>What was found before the program was closed is counted above.</source>
        <translation>程式關閉前找到的已計入上方數目。</translation>
    </message>
    <message>
        <source>The chosen partitions have none.</source>
        <translation>選取的分割區中沒有。</translation>
    </message>
    <message>
        <source>No message matches</source>
        <translation>沒有相符的訊息</translation>
    </message>
    <message>
        <source>Widen the range to the whole topic</source>
        <translation>將範圍擴大到整個主題</translation>
    </message>
    <message>
        <source>Change the search</source>
        <translation>變更搜尋</translation>
    </message>
    <message>
        <source>The search was cancelled</source>
        <translation>搜尋已取消</translation>
    </message>
    <message>
        <source>The search was cut off</source>
        <translation>搜尋已中斷</translation>
    </message>
    <message>
        <source>It goes on from the saved offsets.</source>
        <translation>可從儲存的位移繼續。</translation>
    </message>
    <message>
        <source>No hit yet</source>
        <translation>尚無相符訊息</translation>
    </message>
    <message>
        <source>The whole range as %1…</source>
        <translation>整個範圍匯出為 %1…</translation>
    </message>
    <message>
        <source>Hits as %1…</source>
        <translation>相符訊息匯出為 %1…</translation>
    </message>
    <message>
        <source>Another group</source>
        <translation>其他群組</translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s) found before</source>
        <translation>
            <numerusform>先前找到 %n 筆結果</numerusform>
        </translation>
    </message>
    <message>
        <source>Hits are not kept when the program is closed. Ctrl+Enter reads them again.</source>
        <translation>關閉程式後不會保留結果。按 Ctrl+Enter 可重新讀取。</translation>
    </message>
    <message>
        <source>Read them again</source>
        <translation>重新讀取</translation>
    </message>
    <message>
        <source>The whole range as %1, decoded…</source>
        <translation>整個範圍匯出為 %1，已解碼…</translation>
    </message>
    <message>
        <source>Hits as %1, decoded…</source>
        <translation>相符訊息匯出為 %1，已解碼…</translation>
    </message>
    <message>
        <source>The whole range as %1, bytes in base64…</source>
        <translation>整個範圍匯出為 %1，位元組以 base64 表示…</translation>
    </message>
    <message>
        <source>Hits as %1, bytes in base64…</source>
        <translation>相符訊息匯出為 %1，位元組以 base64 表示…</translation>
    </message>
    <message>
        <source>The export is done</source>
        <translation>匯出完成</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>開啟資料夾</translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::Sheet</name>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>套用</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>再查看一次</translation>
    </message>
    <message>
        <source>Close the sheet</source>
        <translation>關閉此頁</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>正式環境</translation>
    </message>
    <message>
        <source>writes off</source>
        <translation>寫入已關閉</translation>
    </message>
    <message>
        <source>writes on, %1 min left</source>
        <translation>寫入已開啟，剩 %1 分鐘</translation>
    </message>
    <message>
        <source>writes on</source>
        <translation>寫入已開啟</translation>
    </message>
    <message>
        <source>Production, %1</source>
        <translation>正式環境，%1</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>未連線</translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::StreamSide</name>
    <message>
        <source>What is shown of it</source>
        <translation>顯示的內容</translation>
    </message>
    <message>
        <source>Members of the group</source>
        <translation>群組的成員</translation>
    </message>
    <message>
        <source>Settings of the broker</source>
        <translation>broker 的設定</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>延遲量</translation>
    </message>
    <message>
        <source>Config</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>綱要</translation>
    </message>
    <message>
        <source>ACLs</source>
        <translation>ACL</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成員</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Its members are not readable with this library</source>
        <translation>此函式庫無法讀取其成員</translation>
    </message>
    <message>
        <source>Nobody is in this group now</source>
        <translation>此群組目前沒有成員</translation>
    </message>
    <message>
        <source>Its state is %1. What it has committed stays.</source>
        <translation>其狀態為 %1。已提交的位移會保留。</translation>
    </message>
    <message>
        <source>not there any more</source>
        <translation>已不存在</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Broker %1</source>
        <translation>Broker %1</translation>
    </message>
    <message>
        <source>asking broker %1</source>
        <translation>正在詢問 broker %1</translation>
    </message>
    <message>
        <source>Producers</source>
        <translation>生產者</translation>
    </message>
    <message>
        <source>Reassignments</source>
        <translation>重新分配</translation>
    </message>
    <message>
        <source>Quotas</source>
        <translation>配額</translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::StreamsPanel</name>
    <message>
        <source>Topics</source>
        <translation>主題</translation>
    </message>
    <message>
        <source>Topics · %1</source>
        <translation>主題 · %1</translation>
    </message>
    <message>
        <source>Part of the panel</source>
        <translation>面板的部分</translation>
    </message>
    <message>
        <source>List</source>
        <translation>清單</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>詳細資料</translation>
    </message>
    <message>
        <source>Ask the cluster again</source>
        <translation>重新查詢叢集</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>篩選清單</translation>
    </message>
    <message>
        <source>Consumer groups</source>
        <translation>消費者群組</translation>
    </message>
    <message>
        <source>Brokers</source>
        <translation>Broker</translation>
    </message>
    <message>
        <source>Schemas</source>
        <translation>綱要</translation>
    </message>
    <message>
        <source>Connectors</source>
        <translation>連接器</translation>
    </message>
    <message>
        <source>Lag of the chosen one</source>
        <translation>所選項目的延遲量</translation>
    </message>
    <message>
        <source>Settings of the topic</source>
        <translation>主題的設定</translation>
    </message>
    <message>
        <source>Schema of the topic</source>
        <translation>主題的綱要</translation>
    </message>
    <message>
        <source>Access rules of the topic</source>
        <translation>主題的存取規則</translation>
    </message>
    <message>
        <source>Members of the group</source>
        <translation>群組的成員</translation>
    </message>
    <message>
        <source>Show or hide internal topics</source>
        <translation>顯示或隱藏內部主題</translation>
    </message>
    <message>
        <source>Copy the name</source>
        <translation>複製名稱</translation>
    </message>
    <message>
        <source>New topic…</source>
        <translation>新主題…</translation>
    </message>
    <message>
        <source>New topic like this one…</source>
        <translation>參照此主題建立新主題…</translation>
    </message>
    <message>
        <source>Reset offsets of the group…</source>
        <translation>重設群組的位移…</translation>
    </message>
    <message>
        <source>asking %1</source>
        <translation>正在詢問 %1</translation>
    </message>
    <message>
        <source>Search through the topic</source>
        <translation>搜尋此主題</translation>
    </message>
    <message>
        <source>Dead letters of the topic</source>
        <translation>此主題的死信</translation>
    </message>
    <message>
        <source>Follow the topic</source>
        <translation>追蹤此主題</translation>
    </message>
    <message>
        <source>Produce a message…</source>
        <translation>寫入訊息…</translation>
    </message>
    <message>
        <source>Earlier resets…</source>
        <translation>先前的重設…</translation>
    </message>
    <message>
        <source>Forget the group&apos;s offsets of the topic…</source>
        <translation>刪除群組在此主題的位移…</translation>
    </message>
    <message>
        <source>More partitions…</source>
        <translation>增加分割區…</translation>
    </message>
    <message>
        <source>Delete messages…</source>
        <translation>刪除訊息…</translation>
    </message>
    <message>
        <source>Delete the topic…</source>
        <translation>刪除主題…</translation>
    </message>
    <message>
        <source>Delete the group…</source>
        <translation>刪除群組…</translation>
    </message>
    <message>
        <source>Search through partition %1…</source>
        <translation>搜尋分割區 %1…</translation>
    </message>
    <message>
        <source>Produce the chosen message again…</source>
        <translation>再次寫入所選訊息…</translation>
    </message>
    <message>
        <source>Search through %1</source>
        <translation>搜尋 %1</translation>
    </message>
    <message>
        <source>Dead letters of %1</source>
        <translation>%1 的死信</translation>
    </message>
    <message>
        <source>Follow %1</source>
        <translation>追蹤 %1</translation>
    </message>
    <message>
        <source>Active producers of the topic</source>
        <translation>此主題作用中的生產者</translation>
    </message>
    <message>
        <source>Reassignments in progress</source>
        <translation>進行中的重新分配</translation>
    </message>
    <message>
        <source>Quotas of the cluster</source>
        <translation>叢集的配額</translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::TailPane</name>
    <message>
        <source>Pause or resume the tail</source>
        <translation>暫停或繼續追蹤</translation>
    </message>
    <message>
        <source>Produce a message…</source>
        <translation>寫入訊息…</translation>
    </message>
    <message>
        <source>Clear the tail</source>
        <translation>清除追蹤內容</translation>
    </message>
    <message>
        <source>Live tail</source>
        <translation>即時追蹤</translation>
    </message>
    <message>
        <source>Filter messages</source>
        <translation>篩選訊息</translation>
    </message>
    <message>
        <source>Where the tail begins</source>
        <translation>追蹤的起點</translation>
    </message>
    <message>
        <source>From newest</source>
        <translation>從最新</translation>
    </message>
    <message>
        <source>From oldest</source>
        <translation>從最舊</translation>
    </message>
    <message>
        <source>Last 100 each</source>
        <translation>各取最後 100 則</translation>
    </message>
    <message>
        <source>From a time</source>
        <translation>從指定時間</translation>
    </message>
    <message>
        <source>Time the tail begins at</source>
        <translation>追蹤的起始時間</translation>
    </message>
    <message>
        <source>13:40 or -15m</source>
        <translation>13:40 或 -15m</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暫停</translation>
    </message>
    <message>
        <source>Produce</source>
        <translation>寫入</translation>
    </message>
    <message>
        <source>How the tail reads</source>
        <translation>追蹤的讀取方式</translation>
    </message>
    <message>
        <source>Uncommitted messages too</source>
        <translation>包含未提交的訊息</translation>
    </message>
    <message>
        <source>Keep %1 rows</source>
        <translation>保留 %1 列</translation>
    </message>
    <message>
        <source>Messages of the tail</source>
        <translation>追蹤的訊息</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>繼續</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>已刪除</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暫停</translation>
    </message>
    <message>
        <source>Following</source>
        <translation>追蹤中</translation>
    </message>
    <message>
        <source>Not reading</source>
        <translation>未讀取</translation>
    </message>
    <message>
        <source>%1 msg/s</source>
        <translation>%1 則/秒</translation>
    </message>
    <message>
        <source>%1 of %2 match, %3 %</source>
        <translation>%1 / %2 相符，%3%</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 列</translation>
    </message>
    <message>
        <source>%1 older ones made room</source>
        <translation>已移出 %1 則較舊的</translation>
    </message>
    <message>
        <source>%1 came too fast to be shown</source>
        <translation>%1 則來得太快，未顯示</translation>
    </message>
    <message>
        <source>No topic is chosen</source>
        <translation>未選擇主題</translation>
    </message>
    <message>
        <source>Choose a topic to follow its messages here.</source>
        <translation>選擇主題以在此追蹤其訊息。</translation>
    </message>
    <message>
        <source>%1 was deleted</source>
        <translation>%1 已刪除</translation>
    </message>
    <message>
        <source>The cluster has no such topic any more.</source>
        <translation>叢集中已沒有這個主題。</translation>
    </message>
    <message>
        <source>No message matches yet</source>
        <translation>尚無相符的訊息</translation>
    </message>
    <message>
        <source>Nothing came yet</source>
        <translation>尚無訊息</translation>
    </message>
    <message>
        <source>What is produced to %1 from now on shows here.</source>
        <translation>此後寫入 %1 的訊息會顯示在此。</translation>
    </message>
    <message>
        <source>No messages</source>
        <translation>沒有訊息</translation>
    </message>
    <message>
        <source>Not reading now: %1. It goes on by itself.</source>
        <translation>目前無法讀取：%1。會自動繼續。</translation>
    </message>
    <message>
        <source>Partitions %1 cannot be read now: %2. They go on by themselves.</source>
        <translation>目前無法讀取分割區 %1：%2。會自動繼續。</translation>
    </message>
    <message>
        <source>%1 messages were left out while this was hidden.</source>
        <translation>隱藏期間略過了 %1 則訊息。</translation>
    </message>
    <message>
        <source>Filter: key:904 or $.id = 5</source>
        <translation>篩選：key:904 或 $.id = 5</translation>
    </message>
    <message>
        <source>Produce a message</source>
        <translation>寫入訊息</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 列</translation>
    </message>
    <message>
        <source>%1 has no messages from there on.</source>
        <translation>%1 從那裡起沒有訊息。</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>沒有回應</translation>
    </message>
    <message>
        <source>Filter messages (/)
paid: in key, headers or value, in any case
&quot;Paid&quot;: exactly so
key:904, header:web, value:paid: only there
$.order.id = 5: a field of a JSON value
$.country in (TW, KR), key in (904, 905): one of several
is:tombstone: messages without a value
/5[0-9]+/, key:/^904/i: regular expressions</source>
        <translation>篩選訊息 (/)
paid：在鍵、標頭或值中，不分大小寫
&quot;Paid&quot;：完全相同
key:904、header:web、value:paid：只在該處
$.order.id = 5：JSON 值的欄位
$.country in (TW, KR)、key in (904, 905)：其中之一
is:tombstone：沒有值的訊息
/5[0-9]+/、key:/^904/i：正規表示式</translation>
    </message>
    <message>
        <source>Messages already in the list: in the first 8 KB of their value</source>
        <translation>已在清單中的訊息：比對其值的前 8 KB</translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::UndoLater</name>
    <message>
        <source>The connection is not open</source>
        <translation>連線未開啟</translation>
    </message>
    <message>
        <source>%1 was moved</source>
        <translation>已移動 %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>The reset was undone</source>
        <translation>已復原重設</translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::UndoList</name>
    <message>
        <source>Group</source>
        <translation>群組</translation>
    </message>
    <message>
        <source>Reset at</source>
        <translation>重設時間</translation>
    </message>
    <message>
        <source>Partitions</source>
        <translation>分割區</translation>
    </message>
    <message>
        <source>No reset of this cluster was made from here</source>
        <translation>從這裡還沒有對此叢集做過重設</translation>
    </message>
    <message>
        <source>Resets that can be undone</source>
        <translation>可復原的重設</translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::Chip</name>
    <message>
        <source>Remove %1 (Del)</source>
        <translation>移除 %1（Del）</translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::CodeEditor</name>
    <message>
        <source>no match</source>
        <translation>沒有相符項目</translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::ColumnDialog</name>
    <message>
        <source>Columns</source>
        <translation>欄位</translation>
    </message>
    <message>
        <source>Values are stored and copied unchanged, whatever is shown here.</source>
        <translation>無論此處如何顯示，儲存與複製的值都不變。</translation>
    </message>
    <message>
        <source>As the result came</source>
        <translation>還原為結果原樣</translation>
    </message>
    <message>
        <source>Order, widths and values of every column as they came</source>
        <translation>每個欄位的順序、寬度與值皆還原為原樣</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>套用</translation>
    </message>
    <message>
        <source>Columns in their order</source>
        <translation>依順序排列的欄位</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>顯示</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>寬度</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>數字</translation>
    </message>
    <message>
        <source>As stored</source>
        <translation>照儲存的樣子</translation>
    </message>
    <message>
        <source>Thousands apart</source>
        <translation>千分位分隔</translation>
    </message>
    <message>
        <source>As a size in bytes</source>
        <translation>以位元組大小顯示</translation>
    </message>
    <message>
        <source>A bar beside the number, one scale for the column</source>
        <translation>數字旁的長條，整欄共用同一刻度</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>To the second</source>
        <translation>到秒為止</translation>
    </message>
    <message>
        <source>Date only</source>
        <translation>只顯示日期</translation>
    </message>
    <message>
        <source>Time of day only</source>
        <translation>只顯示時刻</translation>
    </message>
    <message>
        <source>States of values</source>
        <translation>值的狀態</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Value that means a state</source>
        <translation>代表狀態的值</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Values that mean a state</source>
        <translation>代表狀態的值</translation>
    </message>
    <message>
        <source>These values are always shown as stored.</source>
        <translation>這些值一律照儲存的樣子顯示。</translation>
    </message>
    <message>
        <source>One column at least is shown.</source>
        <translation>至少要顯示一個欄位。</translation>
    </message>
    <message>
        <source>State of %1</source>
        <translation>%1 的狀態</translation>
    </message>
    <message>
        <source>no state</source>
        <translation>沒有狀態</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::ConfirmDialog</name>
    <message>
        <source>Type %1 to go on</source>
        <translation>輸入 %1 以繼續</translation>
    </message>
    <message>
        <source>Enter cancels. Written to the audit log.</source>
        <translation>Enter 會取消。會寫入稽核記錄。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Enter runs it.</source>
        <translation>Enter 會執行。</translation>
    </message>
    <message>
        <source>Enter cancels.</source>
        <translation>Enter 會取消。</translation>
    </message>
    <message>
        <source>Enter runs it. Written to the audit log.</source>
        <translation>Enter 會執行。會寫入稽核記錄。</translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::CountdownRing</name>
    <message numerus="yes">
        <source>%n second(s) to the next try</source>
        <translation>
            <numerusform>%n 秒後再次嘗試</numerusform>
        </translation>
    </message>
    <message>
        <source>Not retrying</source>
        <translation>不再重試</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::ErrorPage</name>
    <message>
        <source>Retry now</source>
        <translation>立即重試</translation>
    </message>
    <message>
        <source>Stop retrying</source>
        <translation>停止重試</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Original message</source>
        <translation>原始訊息</translation>
    </message>
    <message>
        <source>Retrying was stopped.</source>
        <translation>已停止重試。</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>嘗試次數</translation>
    </message>
    <message>
        <source>What to check</source>
        <translation>檢查事項</translation>
    </message>
    <message>
        <source>Try %1 starts in %2 s. Waits grow to 60 s.</source>
        <translation>第 %1 次嘗試將於 %2 秒後開始。等待時間最長 60 秒。</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>複製 %1</translation>
    </message>
    <message>
        <source>Run %1 in a terminal tab</source>
        <translation>在終端機分頁執行 %1</translation>
    </message>
    <message>
        <source>Edit connection</source>
        <translation>編輯連線</translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::FindBar</name>
    <message>
        <source>Find</source>
        <translation>尋找</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>上一個相符項目</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>下一個相符項目</translation>
    </message>
    <message>
        <source>Close the find bar</source>
        <translation>關閉尋找列</translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::Glyph</name>
    <message>
        <source>Healthy</source>
        <translation>健康</translation>
    </message>
    <message>
        <source>Degraded</source>
        <translation>效能下降</translation>
    </message>
    <message>
        <source>Failing</source>
        <translation>異常</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>執行中</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>排隊中</translation>
    </message>
    <message>
        <source>Will retry</source>
        <translation>將重試</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>已略過</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暫停</translation>
    </message>
    <message>
        <source>Streaming</source>
        <translation>串流中</translation>
    </message>
    <message>
        <source>Between triggers</source>
        <translation>等待下次觸發</translation>
    </message>
    <message>
        <source>Restarting</source>
        <translation>重新啟動中</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>已建立</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>已變更</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>已移除</translation>
    </message>
    <message>
        <source>Upstream failed</source>
        <translation>上游失敗</translation>
    </message>
    <message>
        <source>Looks again later</source>
        <translation>稍後再查看</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>已排程</translation>
    </message>
    <message>
        <source>Deferred</source>
        <translation>已延後</translation>
    </message>
    <message>
        <source>Awaits input</source>
        <translation>等待輸入</translation>
    </message>
    <message>
        <source>No status</source>
        <translation>無狀態</translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::GraphEdit</name>
    <message>
        <source>An edge leads to an input.</source>
        <translation>連線必須通往輸入。</translation>
    </message>
    <message>
        <source>An edge comes from an output.</source>
        <translation>連線必須來自輸出。</translation>
    </message>
    <message>
        <source>%1 has no port for this.</source>
        <translation>%1 沒有適合的埠。</translation>
    </message>
    <message>
        <source>Connect %1</source>
        <translation>連接 %1</translation>
    </message>
    <message>
        <source>Connect %1 to %2</source>
        <translation>將 %1 連接至 %2</translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::GraphSearchBar</name>
    <message>
        <source>Find a node</source>
        <translation>尋找節點</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1／%2</translation>
    </message>
    <message>
        <source>no node</source>
        <translation>沒有節點</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n in closed groups</source>
        <translation>
            <numerusform>%1，其中 %n 個在收合的群組中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>找到 %n 個</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::GraphView</name>
    <message>
        <source>open group</source>
        <translation>已展開的群組</translation>
    </message>
    <message>
        <source>closed group</source>
        <translation>已收合的群組</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>在 %1 內</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 到 %2</translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::GridModel</name>
    <message>
        <source>loading</source>
        <translation>載入中</translation>
    </message>
    <message>
        <source>empty text</source>
        <translation>空字串</translation>
    </message>
    <message>
        <source>The first %1 of %2. Space shows more.</source>
        <translation>%2 的前 %1。按空白鍵顯示更多。</translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::GridPager</name>
    <message>
        <source>Page before</source>
        <translation>上一頁</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一頁</translation>
    </message>
    <message>
        <source>Rows %1 to %2</source>
        <translation>第 %1 到 %2 列</translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::GridView</name>
    <message>
        <source>Result rows</source>
        <translation>結果列</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Copy as…</source>
        <translation>複製為…</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>尋找…</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>下一個相符項目</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>上一個相符項目</translation>
    </message>
    <message>
        <source>Preview of %1</source>
        <translation>%1 的預覽</translation>
    </message>
    <message>
        <source>searching</source>
        <translation>搜尋中</translation>
    </message>
    <message>
        <source>from the other end</source>
        <translation>從另一端繼續</translation>
    </message>
    <message>
        <source>Group thousands</source>
        <translation>千分位</translation>
    </message>
    <message>
        <source>Show bars</source>
        <translation>顯示長條</translation>
    </message>
    <message>
        <source>“%1” means</source>
        <translation>「%1」表示</translation>
    </message>
    <message>
        <source>no state</source>
        <translation>沒有狀態</translation>
    </message>
    <message>
        <source>Fit to what is shown</source>
        <translation>依顯示內容調整</translation>
    </message>
    <message>
        <source>Show values as stored</source>
        <translation>以原始值顯示</translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation>複製為</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>預覽</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>欄位</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>欄位…</translation>
    </message>
    <message>
        <source>Hide this column</source>
        <translation>隱藏此欄位</translation>
    </message>
    <message numerus="yes">
        <source>%1 row(s) copied as %2</source>
        <translation>
            <numerusform>已將 %1 列複製為 %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n long cell(s) only the first part.</source>
        <translation>
            <numerusform>其中 %n 個長儲存格只有開頭部分。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>not in %1 row(s)</source>
        <translation>
            <numerusform>%1 列中找不到</numerusform>
        </translation>
    </message>
    <message>
        <source>Sort upwards</source>
        <translation>遞增排序</translation>
    </message>
    <message>
        <source>Sort downwards</source>
        <translation>遞減排序</translation>
    </message>
    <message>
        <source>Do not sort</source>
        <translation>不排序</translation>
    </message>
    <message>
        <source>Select this column</source>
        <translation>選取此欄位</translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::JsonTreeModel</name>
    <message>
        <source>Key</source>
        <translation>鍵</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::LazyTreeModel</name>
    <message>
        <source>loading</source>
        <translation>載入中</translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::LoadingPage</name>
    <message>
        <source>Loading</source>
        <translation>載入中</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>載入中</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Loading %1 of %2</source>
        <translation>正在載入 %1，共 %2</translation>
    </message>
    <message>
        <source>Loading %1</source>
        <translation>正在載入 %1</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::LogBar</name>
    <message>
        <source>Find in the log</source>
        <translation>在日誌中尋找</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>區分大小寫</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>正規表示式</translation>
    </message>
    <message>
        <source>Lines shown</source>
        <translation>顯示的行</translation>
    </message>
    <message>
        <source>Find in the log (/)</source>
        <translation>在日誌中尋找 (/)</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>跟隨</translation>
    </message>
    <message>
        <source>Follow the end of the log (F)</source>
        <translation>跟隨日誌結尾 (F)</translation>
    </message>
    <message>
        <source>Warn %1</source>
        <translation>警告 %1</translation>
    </message>
    <message>
        <source>Error %1</source>
        <translation>錯誤 %1</translation>
    </message>
    <message>
        <source>not a pattern</source>
        <translation>不是有效的樣式</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>第 %1 個，共 %2 個</translation>
    </message>
    <message>
        <source>Some lines were too long or too much for this pattern.</source>
        <translation>部分行太長或太複雜，此樣式無法比對。</translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::LogJumpBar</name>
    <message>
        <source>Go to a line or time</source>
        <translation>移至某行或某時間</translation>
    </message>
    <message>
        <source>Line or time, as 218 or 14:01:22</source>
        <translation>行號或時間，如 218 或 14:01:22</translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::LogView</name>
    <message>
        <source>Log</source>
        <translation>日誌</translation>
    </message>
    <message numerus="yes">
        <source>%n new line(s)</source>
        <translation>
            <numerusform>%n 行新內容</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 lines, %2 warnings, %3 errors</source>
        <translation>%1 行，%2 個警告，%3 個錯誤</translation>
    </message>
    <message>
        <source>line %1, loading</source>
        <translation>第 %1 行，載入中</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>debug</source>
        <translation>除錯</translation>
    </message>
    <message>
        <source>info</source>
        <translation>資訊</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>error</source>
        <translation>錯誤</translation>
    </message>
    <message>
        <source>fatal error</source>
        <translation>嚴重錯誤</translation>
    </message>
    <message>
        <source>of the error above</source>
        <translation>屬於上方的錯誤</translation>
    </message>
    <message>
        <source>Copy the selected lines</source>
        <translation>複製選取的行</translation>
    </message>
    <message>
        <source>Select all lines</source>
        <translation>選取所有行</translation>
    </message>
    <message>
        <source>Follow the end of the log</source>
        <translation>跟隨日誌結尾</translation>
    </message>
    <message>
        <source>Next error</source>
        <translation>下一個錯誤</translation>
    </message>
    <message>
        <source>Previous error</source>
        <translation>上一個錯誤</translation>
    </message>
    <message>
        <source>Next warning</source>
        <translation>下一個警告</translation>
    </message>
    <message>
        <source>Previous warning</source>
        <translation>上一個警告</translation>
    </message>
    <message>
        <source>Find in the log</source>
        <translation>在日誌中尋找</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>下一個符合項目</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>上一個符合項目</translation>
    </message>
    <message>
        <source>Go to a line or time</source>
        <translation>移至某行或某時間</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>長行自動換行</translation>
    </message>
    <message>
        <source>Times in UTC</source>
        <translation>以 UTC 顯示時間</translation>
    </message>
    <message>
        <source>Show all, %1</source>
        <translation>顯示全部，%1</translation>
    </message>
    <message>
        <source>cut at %1</source>
        <translation>於 %1 處截斷</translation>
    </message>
    <message>
        <source>group %1</source>
        <translation>群組 %1</translation>
    </message>
    <message>
        <source>end of the group</source>
        <translation>群組結束</translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::NotificationPopup</name>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>目前沒有任何通知。</translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::PaletteDelegate</name>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::PaletteView</name>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>Jump to an object, a tab or an action…</source>
        <translation>跳到物件、分頁或動作…</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Tab: scope</source>
        <translation>Tab：範圍</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>搜尋中…</translation>
    </message>
    <message>
        <source>Nothing has these letters in this order.</source>
        <translation>沒有依序包含這些字母的項目。</translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::PanelHeader</name>
    <message>
        <source>Loading</source>
        <translation>載入中</translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::PanelRetry</name>
    <message>
        <source>try %1</source>
        <translation>第 %1 次嘗試</translation>
    </message>
    <message>
        <source>Last known values. %1</source>
        <translation>最後已知的值。%1</translation>
    </message>
    <message>
        <source>last good answer</source>
        <translation>上次正常回應</translation>
    </message>
    <message>
        <source>%1 needs its password</source>
        <translation>%1 需要密碼</translation>
    </message>
    <message>
        <source>The keychain has none for it. Other services do not wait for this.</source>
        <translation>鑰匙圈中沒有它的密碼。其他服務不受影響。</translation>
    </message>
    <message>
        <source>Enter the password…</source>
        <translation>輸入密碼…</translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::PlotView</name>
    <message>
        <source>%1 has no values</source>
        <translation>%1 沒有值</translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <translation>%1 為 %2</translation>
    </message>
    <message>
        <source>recorded since %1</source>
        <translation>自 %1 起記錄</translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::ProgressLine</name>
    <message>
        <source>amount not known</source>
        <translation>數量不明</translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::SearchField</name>
    <message>
        <source>Clear the filter</source>
        <translation>清除篩選</translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::StateFrame</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stale, from %1</source>
        <translation>過時，來自 %1</translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::StatementBox</name>
    <message>
        <source>Statement that will be sent</source>
        <translation>將送出的陳述式</translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::Toast</name>
    <message>
        <source>Mute 10 min</source>
        <translation>靜音 10 分鐘</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::ToastStack</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另外 %n 個</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::ValueView</name>
    <message>
        <source>View as</source>
        <translation>檢視方式</translation>
    </message>
    <message>
        <source>Part before</source>
        <translation>前一段</translation>
    </message>
    <message>
        <source>Next part</source>
        <translation>下一段</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>十六進位</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Value as JSON tree</source>
        <translation>JSON 樹狀的值</translation>
    </message>
    <message>
        <source>The first %1 of %2</source>
        <translation>%2 的前 %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 到 %2</translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::ActDesk</name>
    <message>
        <source>Not connected</source>
        <translation>未連線</translation>
    </message>
    <message>
        <source>The values are old</source>
        <translation>數值已過時</translation>
    </message>
    <message>
        <source>Writes are off for this connection</source>
        <translation>此連線已關閉寫入</translation>
    </message>
    <message>
        <source>This connection is protected</source>
        <translation>此連線受保護</translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::AdminPanel</name>
    <message>
        <source>%1 · server</source>
        <translation>%1 · 伺服器</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>伺服器</translation>
    </message>
    <message>
        <source>What is shown of the server</source>
        <translation>顯示伺服器的哪一部分</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>元件</translation>
    </message>
    <message>
        <source>Pools</source>
        <translation>資源池</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>變數</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>連線</translation>
    </message>
    <message>
        <source>Assets</source>
        <translation>資產</translation>
    </message>
    <message>
        <source>Import errors</source>
        <translation>匯入錯誤</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>篩選</translation>
    </message>
    <message>
        <source>Lines of the server</source>
        <translation>伺服器的項目</translation>
    </message>
    <message>
        <source>Whole text of the line</source>
        <translation>該項目的全文</translation>
    </message>
    <message>
        <source>Ask the server again</source>
        <translation>重新詢問伺服器</translation>
    </message>
    <message>
        <source>Filter the lines</source>
        <translation>篩選項目</translation>
    </message>
    <message>
        <source>asking %1</source>
        <translation>正在詢問 %1</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>鍵</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>說明</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>識別碼</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>型別</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主機</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>連接埠</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>綱要</translation>
    </message>
    <message>
        <source>User</source>
        <translation>使用者</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>產生者</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>使用者 DAG</translation>
    </message>
    <message>
        <source>Last event</source>
        <translation>最近事件</translation>
    </message>
    <message>
        <source>File</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>錯誤</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1前</translation>
    </message>
    <message>
        <source>its clock differs by %1</source>
        <translation>時鐘相差 %1</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>元件</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Heartbeat</source>
        <translation>心跳</translation>
    </message>
    <message>
        <source>Pool</source>
        <translation>資源池</translation>
    </message>
    <message>
        <source>Slots</source>
        <translation>名額</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>執行中</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>佇列中</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>已排程</translation>
    </message>
    <message>
        <source>Deferred</source>
        <translation>已延後</translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation>不允許</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>無上限</translation>
    </message>
    <message>
        <source>Set…</source>
        <translation>設定…</translation>
    </message>
    <message>
        <source>Masked: its value is not shown, a new one may be set</source>
        <translation>已遮蔽：不顯示其值，但可設定新值</translation>
    </message>
    <message>
        <source>Last parsed</source>
        <translation>上次解析</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>This server tells no deadlines and no SLA misses.</source>
        <translation>此伺服器不提供期限，也不提供未達 SLA 的資訊。</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>未提供</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>逾期時間</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>執行</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任務</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>none missed</source>
        <translation>沒有逾期</translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::BackfillList</name>
    <message>
        <source>Backfills</source>
        <translation>回填</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>新增…</translation>
    </message>
    <message>
        <source>Backfills of the DAG</source>
        <translation>此 DAG 的回填</translation>
    </message>
    <message>
        <source>From, to</source>
        <translation>起訖</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>執行</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Pause…</source>
        <translation>暫停…</translation>
    </message>
    <message>
        <source>Cancel backfill…</source>
        <translation>取消回填…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>已結束</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暫停</translation>
    </message>
    <message>
        <source>running</source>
        <translation>執行中</translation>
    </message>
    <message>
        <source>Made %1</source>
        <translation>建立於 %1</translation>
    </message>
    <message>
        <source>Asking for the backfills</source>
        <translation>正在查詢回填</translation>
    </message>
    <message>
        <source>This DAG has no backfill.</source>
        <translation>此 DAG 沒有回填。</translation>
    </message>
    <message>
        <source>Go on…</source>
        <translation>繼續…</translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::BackfillSheet</name>
    <message>
        <source>Backfill</source>
        <translation>回填</translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation>試算</translation>
    </message>
    <message>
        <source>Runs that are there already</source>
        <translation>已存在的執行</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Failed again</source>
        <translation>失敗的重跑</translation>
    </message>
    <message>
        <source>All again</source>
        <translation>全部重跑</translation>
    </message>
    <message>
        <source>Existing</source>
        <translation>已存在</translation>
    </message>
    <message>
        <source>Runs at once</source>
        <translation>同時執行數</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>最新優先</translation>
    </message>
    <message>
        <source>Dates that would run</source>
        <translation>將執行的日期</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The end comes before the begin</source>
        <translation>結束早於開始</translation>
    </message>
    <message>
        <source>Asking the server which dates these are</source>
        <translation>正在詢問伺服器有哪些日期</translation>
    </message>
    <message>
        <source>No date of the schedule lies there</source>
        <translation>此範圍沒有排程日期</translation>
    </message>
    <message numerus="yes">
        <source>%n runs would be made</source>
        <translation>
            <numerusform>將建立 %n 次執行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Backfill %n runs…</source>
        <translation>
            <numerusform>回填 %n 次執行…</numerusform>
        </translation>
    </message>
    <message>
        <source>From</source>
        <translation>起</translation>
    </message>
    <message>
        <source>To</source>
        <translation>迄</translation>
    </message>
    <message>
        <source>From, %1</source>
        <translation>起，%1</translation>
    </message>
    <message>
        <source>To, %1</source>
        <translation>迄，%1</translation>
    </message>
    <message>
        <source>The DAG is paused: its runs wait until it runs again</source>
        <translation>DAG 已暫停：其執行會等到它恢復運作</translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::CalendarView</name>
    <message>
        <source>Runs by day</source>
        <translation>每日執行</translation>
    </message>
    <message>
        <source>%1: no run</source>
        <translation>%1：沒有執行</translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::ClearSheet</name>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation>試算</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起點</translation>
    </message>
    <message>
        <source>Also</source>
        <translation>另含</translation>
    </message>
    <message>
        <source>Downstream</source>
        <translation>下游</translation>
    </message>
    <message>
        <source>Upstream</source>
        <translation>上游</translation>
    </message>
    <message>
        <source>Past runs</source>
        <translation>過去的執行</translation>
    </message>
    <message>
        <source>Future runs</source>
        <translation>之後的執行</translation>
    </message>
    <message>
        <source>Only failed</source>
        <translation>僅失敗的</translation>
    </message>
    <message>
        <source>Only running</source>
        <translation>僅執行中的</translation>
    </message>
    <message>
        <source>Run with</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Code the tasks run with</source>
        <translation>任務使用的程式碼</translation>
    </message>
    <message>
        <source>Code as of run</source>
        <translation>當時的程式碼</translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>Tasks that would be cleared, by run</source>
        <translation>將清除的任務，依執行</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Asking the server what this would touch</source>
        <translation>正在詢問伺服器會影響什麼</translation>
    </message>
    <message>
        <source>Nothing would be cleared</source>
        <translation>不會清除任何任務</translation>
    </message>
    <message numerus="yes">
        <source>%n runs go back to queued</source>
        <translation>
            <numerusform>%n 次執行回到 queued</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n may start now</source>
        <translation>
            <numerusform>%1，%n 次可立即開始</numerusform>
        </translation>
    </message>
    <message>
        <source>(worked out here: the server has no dry run for it)</source>
        <translation>（在此推算：伺服器沒有對應的試算）</translation>
    </message>
    <message numerus="yes">
        <source>Clear %n tasks…</source>
        <translation>
            <numerusform>清除 %n 個任務…</numerusform>
        </translation>
    </message>
    <message>
        <source>audit logged</source>
        <translation>記入稽核日誌</translation>
    </message>
    <message>
        <source>the whole run %1</source>
        <translation>整個執行 %1</translation>
    </message>
    <message>
        <source>%1 in run %2</source>
        <translation>執行 %2 的 %1</translation>
    </message>
    <message numerus="yes">
        <source>the %n tasks of the group %1 in run %2</source>
        <translation>
            <numerusform>執行 %2 中群組 %1 的 %n 個任務</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::CodeDiffView</name>
    <message>
        <source>Code of both runs</source>
        <translation>兩次執行的程式碼</translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::DagModel</name>
    <message>
        <source>paused</source>
        <translation>已暫停</translation>
    </message>
    <message>
        <source>its file has an error</source>
        <translation>檔案有錯誤</translation>
    </message>
    <message>
        <source>last run %1</source>
        <translation>最近執行 %1</translation>
    </message>
    <message>
        <source>Tags: %1</source>
        <translation>標籤：%1</translation>
    </message>
    <message>
        <source>Owner: %1</source>
        <translation>擁有者：%1</translation>
    </message>
    <message>
        <source>Next run: %1</source>
        <translation>下次執行：%1</translation>
    </message>
    <message>
        <source>next %1</source>
        <translation>下次 %1</translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::DagPane</name>
    <message>
        <source>DAGs</source>
        <translation>DAG 清單</translation>
    </message>
    <message>
        <source>Order of the list</source>
        <translation>清單排序</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>依名稱</translation>
    </message>
    <message>
        <source>Needing attention first</source>
        <translation>需注意者優先</translation>
    </message>
    <message>
        <source>By next run</source>
        <translation>依下次執行</translation>
    </message>
    <message>
        <source>Slots of the pool in use</source>
        <translation>資源池已用名額</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>, list cut</source>
        <translation>，清單已截斷</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n need attention</source>
        <translation>
            <numerusform>%1，%n 個需注意</numerusform>
        </translation>
    </message>
    <message>
        <source>Pools may not be read</source>
        <translation>無權讀取資源池</translation>
    </message>
    <message>
        <source>Pool %1</source>
        <translation>資源池 %1</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>無上限</translation>
    </message>
    <message>
        <source>%1: %2 running, %3 queued, %4 of %5 slots open</source>
        <translation>%1：%2 執行中，%3 佇列中，可用 %4/%5 名額</translation>
    </message>
    <message>
        <source>Filter: name, tag, is:failed</source>
        <translation>篩選：名稱、標籤、is:failed</translation>
    </message>
    <message>
        <source>Words are looked for in name, tags and owners.
tag:gold  owner:data  is:paused  is:failed  is:running</source>
        <translation>字詞會在名稱、標籤與擁有者中尋找。
tag:gold  owner:data  is:paused  is:failed  is:running</translation>
    </message>
    <message>
        <source>Show all DAGs</source>
        <translation>顯示所有 DAG</translation>
    </message>
    <message numerus="yes">
        <source>%n files cannot be imported</source>
        <translation>
            <numerusform>%n 個檔案無法匯入</numerusform>
        </translation>
    </message>
    <message>
        <source>No DAG matches “%1”</source>
        <translation>沒有符合「%1」的 DAG</translation>
    </message>
    <message>
        <source>read at %1</source>
        <translation>讀取於 %1</translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::DiffPane</name>
    <message>
        <source>Run time</source>
        <translation>執行時間</translation>
    </message>
    <message>
        <source>Task time</source>
        <translation>任務時間</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>程式碼</translation>
    </message>
    <message>
        <source>against</source>
        <translation>對照</translation>
    </message>
    <message>
        <source>Tasks shown</source>
        <translation>顯示的任務</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>有變更</translation>
    </message>
    <message>
        <source>Compare again</source>
        <translation>重新比較</translation>
    </message>
    <message>
        <source>Tasks of both runs</source>
        <translation>兩次執行的任務</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任務</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>時長</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差異</translation>
    </message>
    <message>
        <source>Params and config</source>
        <translation>參數與設定</translation>
    </message>
    <message>
        <source>Code as of each run</source>
        <translation>各次執行的程式碼</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>複製為 Markdown</translation>
    </message>
    <message>
        <source>This server keeps no code by version</source>
        <translation>此伺服器不保存各版本程式碼</translation>
    </message>
    <message>
        <source>Both ran with v%1</source>
        <translation>兩次都使用 v%1</translation>
    </message>
    <message>
        <source>The file is the same in both versions</source>
        <translation>兩個版本的檔案相同</translation>
    </message>
    <message>
        <source>Changed %1</source>
        <translation>變更 %1</translation>
    </message>
    <message>
        <source>%1 late</source>
        <translation>遲 %1</translation>
    </message>
    <message>
        <source>%1: %2 then %3, %4 then %5</source>
        <translation>%1：先 %2 後 %3，先 %4 後 %5</translation>
    </message>
    <message>
        <source>Duration, to %1</source>
        <translation>時長，至 %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n states or durations changed</source>
        <translation>
            <numerusform>%n 項狀態或時長中 %1 項有變更</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 changed, %2 equal</source>
        <translation>%1 項變更，%2 項相同</translation>
    </message>
    <message numerus="yes">
        <source>%n expected by date, hidden</source>
        <translation>
            <numerusform>%n 項因日期而異，已隱藏</numerusform>
        </translation>
    </message>
    <message>
        <source>run</source>
        <translation>執行</translation>
    </message>
    <message>
        <source>Comparison copied</source>
        <translation>已複製比較</translation>
    </message>
    <message>
        <source>As Markdown, in the clipboard</source>
        <translation>以 Markdown 存於剪貼簿</translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::GanttView</name>
    <message>
        <source>Gantt of the run</source>
        <translation>該次執行的甘特圖</translation>
    </message>
    <message>
        <source>try %1 %2, %3</source>
        <translation>第 %1 次 %2，%3</translation>
    </message>
    <message>
        <source>%1, run %2: %3</source>
        <translation>%1，執行 %2：%3</translation>
    </message>
    <message>
        <source>No run chosen</source>
        <translation>未選擇執行</translation>
    </message>
    <message>
        <source>Nothing of this run has started</source>
        <translation>這次執行尚未有任務開始</translation>
    </message>
    <message>
        <source>[%1] try %2</source>
        <translation>[%1] 第 %2 次</translation>
    </message>
    <message>
        <source>try %1</source>
        <translation>第 %1 次</translation>
    </message>
    <message>
        <source>%1: %2, waited %3, ran %4</source>
        <translation>%1：%2，等待 %3，執行 %4</translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::GraphPane</name>
    <message>
        <source>Tasks of the run</source>
        <translation>執行的任務</translation>
    </message>
    <message>
        <source>Map across DAGs</source>
        <translation>跨 DAG 地圖</translation>
    </message>
    <message>
        <source>Critical path</source>
        <translation>關鍵路徑</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>縮小</translation>
    </message>
    <message>
        <source>Original size</source>
        <translation>原始大小</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Fit the graph</source>
        <translation>符合圖形</translation>
    </message>
    <message>
        <source>No run chosen</source>
        <translation>未選擇執行</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>執行 %1</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>已完成 %1 / %2</translation>
    </message>
    <message>
        <source>deadline missed</source>
        <translation>已逾期限</translation>
    </message>
    <message>
        <source>The graph of %1 has not come. It is asked for again by itself.</source>
        <translation>尚未收到 %1 的圖，會自動再次請求。</translation>
    </message>
    <message>
        <source>reading the graph of %1</source>
        <translation>正在讀取 %1 的圖</translation>
    </message>
    <message>
        <source>Graph: find a node</source>
        <translation>圖形：尋找節點</translation>
    </message>
    <message>
        <source>Graph: the next node</source>
        <translation>圖形：下一個節點</translation>
    </message>
    <message>
        <source>Graph: along an edge</source>
        <translation>圖形：沿著連線移動</translation>
    </message>
    <message>
        <source>Graph: the next edge of the node</source>
        <translation>圖形：節點的下一條連線</translation>
    </message>
    <message>
        <source>Graph: open or close the group</source>
        <translation>圖形：展開或收合群組</translation>
    </message>
    <message>
        <source>Graph: all of it</source>
        <translation>圖形：顯示全部</translation>
    </message>
    <message>
        <source>Graph: only what is next to the node</source>
        <translation>圖形：只顯示節點的相鄰節點</translation>
    </message>
    <message>
        <source>Graph: only what is two steps away</source>
        <translation>圖形：只顯示兩步以內的節點</translation>
    </message>
    <message>
        <source>Graph: every node again</source>
        <translation>圖形：再次顯示所有節點</translation>
    </message>
    <message>
        <source>Graph: pin the node, or let it go</source>
        <translation>圖形：釘選節點或取消釘選</translation>
    </message>
    <message>
        <source>Graph: save as SVG…</source>
        <translation>圖形：儲存為 SVG…</translation>
    </message>
    <message>
        <source>Graph: save as PNG…</source>
        <translation>圖形：儲存為 PNG…</translation>
    </message>
    <message>
        <source>Close the group</source>
        <translation>收合群組</translation>
    </message>
    <message>
        <source>Open the group</source>
        <translation>展開群組</translation>
    </message>
    <message>
        <source>Why is this task not running?</source>
        <translation>為何這個任務沒有執行？</translation>
    </message>
    <message>
        <source>Only what is next to it</source>
        <translation>只顯示相鄰節點</translation>
    </message>
    <message>
        <source>Only what is two steps away</source>
        <translation>只顯示兩步以內的節點</translation>
    </message>
    <message>
        <source>Let it go</source>
        <translation>取消釘選</translation>
    </message>
    <message>
        <source>Pin it here</source>
        <translation>釘選在此</translation>
    </message>
    <message>
        <source>Every node again</source>
        <translation>再次顯示所有節點</translation>
    </message>
    <message>
        <source>Let all pins go</source>
        <translation>取消所有釘選</translation>
    </message>
    <message>
        <source>Find a node</source>
        <translation>尋找節點</translation>
    </message>
    <message>
        <source>Save as SVG…</source>
        <translation>儲存為 SVG…</translation>
    </message>
    <message>
        <source>Save as PNG…</source>
        <translation>儲存為 PNG…</translation>
    </message>
    <message>
        <source>Save the graph</source>
        <translation>儲存圖形</translation>
    </message>
    <message>
        <source>states known at %1</source>
        <translation>%1 時所知的狀態</translation>
    </message>
    <message>
        <source>Graph: let all pins go</source>
        <translation>圖形：取消所有釘選</translation>
    </message>
    <message>
        <source>export, picture, image, file</source>
        <translation>匯出, 圖片, 影像, 檔案</translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::GroupCard</name>
    <message>
        <source>The group as a whole</source>
        <translation>整個群組</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任務</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>End</source>
        <translation>結束</translation>
    </message>
    <message>
        <source>Ran for</source>
        <translation>執行時間</translation>
    </message>
    <message>
        <source>Failed tasks</source>
        <translation>失敗的任務</translation>
    </message>
    <message>
        <source>the run is not picked up yet</source>
        <translation>排程器尚未接手這次執行</translation>
    </message>
    <message>
        <source>not over</source>
        <translation>尚未結束</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另有 %n 個</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n instances</source>
        <translation>
            <numerusform>%n 個實例</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::LogPane</name>
    <message>
        <source>reading the log</source>
        <translation>正在讀取日誌</translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>儲存日誌</translation>
    </message>
    <message>
        <source>%1 lines</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>worker %1</source>
        <translation>工作節點 %1</translation>
    </message>
    <message>
        <source>live</source>
        <translation>即時</translation>
    </message>
    <message>
        <source>%1/s, %2 lines/s, %3 so far</source>
        <translation>%1/s，每秒 %2 行，目前 %3</translation>
    </message>
    <message>
        <source>Older tries</source>
        <translation>較早的嘗試</translation>
    </message>
    <message>
        <source>Search the logs of all tasks</source>
        <translation>搜尋所有任務的日誌</translation>
    </message>
    <message>
        <source>Save the log to a file</source>
        <translation>將日誌儲存成檔案</translation>
    </message>
    <message>
        <source>Try %1</source>
        <translation>第 %1 次嘗試</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日誌</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>嘗試</translation>
    </message>
    <message>
        <source>No task is chosen</source>
        <translation>尚未選擇任務</translation>
    </message>
    <message>
        <source>Choose a task in the grid or in the graph to read its log.</source>
        <translation>請在網格或圖中選擇任務以閱讀其日誌。</translation>
    </message>
    <message>
        <source>%1 has not started</source>
        <translation>%1 尚未開始</translation>
    </message>
    <message>
        <source>Its log is here as soon as a worker has it.</source>
        <translation>工作節點取得後，日誌就會顯示在此。</translation>
    </message>
    <message>
        <source>Try %1 has no log</source>
        <translation>第 %1 次嘗試沒有日誌</translation>
    </message>
    <message>
        <source>The task is %1. Its log is here as soon as a worker writes it.</source>
        <translation>任務狀態為 %1。工作節點一寫入，日誌就會顯示在此。</translation>
    </message>
    <message>
        <source>Nothing was written, or the server no longer keeps it.</source>
        <translation>未寫入任何內容，或伺服器已不再保留。</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>再問一次</translation>
    </message>
    <message>
        <source>%1 did not run</source>
        <translation>%1 沒有執行</translation>
    </message>
    <message>
        <source>It ended as %1 without a try, so there is no log.</source>
        <translation>它未經嘗試就以 %1 結束，因此沒有日誌。</translation>
    </message>
    <message>
        <source>no answer since %1</source>
        <translation>自 %1 起沒有回應</translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::MappedList</name>
    <message>
        <source>try %1</source>
        <translation>第 %1 次</translation>
    </message>
    <message>
        <source>%1, %2, %3, try %4</source>
        <translation>%1，%2，%3，第 %4 次嘗試</translation>
    </message>
    <message>
        <source>Filter by index, name or state</source>
        <translation>依索引、名稱或狀態篩選</translation>
    </message>
    <message>
        <source>Mapped instances</source>
        <translation>對應實例</translation>
    </message>
    <message>
        <source>Reading its instances</source>
        <translation>正在讀取其實例</translation>
    </message>
    <message>
        <source>Not expanded yet</source>
        <translation>尚未展開</translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::NoteSheet</name>
    <message>
        <source>Note</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>Text of the note</source>
        <translation>備註內容</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Set note…</source>
        <translation>設定備註…</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::Overflow</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::PaneBar</name>
    <message>
        <source>What is shown above</source>
        <translation>上方顯示的內容</translation>
    </message>
    <message>
        <source>What is shown below</source>
        <translation>下方顯示的內容</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>顯示的內容</translation>
    </message>
    <message>
        <source>What is shown beside the comparison</source>
        <translation>比較旁顯示的內容</translation>
    </message>
    <message>
        <source>DAGs</source>
        <translation>DAG 清單</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>執行</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>圖</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日誌</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任務</translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::ReaderDialog</name>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::RunFeed</name>
    <message>
        <source>%1 is not on this server any more</source>
        <translation>這台伺服器上已沒有 %1</translation>
    </message>
    <message>
        <source>%1 is not in its file any more: nothing of it starts</source>
        <translation>%1 已不在它的檔案中：它的任何工作都不會啟動</translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::RunGrid</name>
    <message>
        <source>Runs and tasks</source>
        <translation>執行與任務</translation>
    </message>
    <message>
        <source>run %1, %2, %3</source>
        <translation>執行 %1，%2，%3</translation>
    </message>
    <message>
        <source>%1, run %2, %3</source>
        <translation>%1，執行 %2，%3</translation>
    </message>
    <message>
        <source>%1, run %2, not read yet</source>
        <translation>%1，執行 %2，尚未讀取</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>執行 %1</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>尚未讀取</translation>
    </message>
    <message>
        <source>Try %1</source>
        <translation>第 %1 次嘗試</translation>
    </message>
    <message>
        <source>Code v%1</source>
        <translation>程式碼 v%1</translation>
    </message>
    <message>
        <source>Started %1</source>
        <translation>開始 %1</translation>
    </message>
    <message>
        <source>Ended %1</source>
        <translation>結束 %1</translation>
    </message>
    <message>
        <source>Duration %1</source>
        <translation>時長 %1</translation>
    </message>
    <message>
        <source>UTC %1</source>
        <translation>UTC 時間 %1</translation>
    </message>
    <message>
        <source>run</source>
        <translation>執行</translation>
    </message>
    <message>
        <source>code version</source>
        <translation>程式碼版本</translation>
    </message>
    <message>
        <source>deadline missed</source>
        <translation>已逾期限</translation>
    </message>
    <message>
        <source>Deadline missed, %1</source>
        <translation>已逾期限，%1</translation>
    </message>
    <message>
        <source>Deadline %1</source>
        <translation>期限 %1</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>備註：%1</translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::RunSearchDelegate</name>
    <message numerus="yes">
        <source>Try %1, %2, %n hit(s)</source>
        <translation>
            <numerusform>第 %1 次嘗試，%2，%n 個符合項目</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::RunSearchModel</name>
    <message>
        <source>line %1, %2</source>
        <translation>第 %1 行，%2</translation>
    </message>
    <message numerus="yes">
        <source>%1, try %2, %3, %n hit(s)</source>
        <translation>
            <numerusform>%1，第 %2 次嘗試，%3，%n 個符合項目</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::RunSearchPane</name>
    <message>
        <source>Search all logs</source>
        <translation>搜尋所有日誌</translation>
    </message>
    <message>
        <source>Find in all logs of the run</source>
        <translation>在此次執行的所有日誌中尋找</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>區分大小寫</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>正規表示式</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop the search (Esc)</source>
        <translation>停止搜尋 (Esc)</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>關閉搜尋</translation>
    </message>
    <message>
        <source>Hits by task and try</source>
        <translation>依任務與嘗試列出的符合項目</translation>
    </message>
    <message>
        <source>Lines around the hit</source>
        <translation>符合項目前後的行</translation>
    </message>
    <message>
        <source>Not a pattern: %1</source>
        <translation>不是有效的樣式：%1</translation>
    </message>
    <message>
        <source>%1 hits, %2 of %3 searched, %4</source>
        <translation>%1 個符合項目，已搜尋 %2／%3，%4</translation>
    </message>
    <message>
        <source>The first %1 are listed.</source>
        <translation>列出前 %1 個。</translation>
    </message>
    <message>
        <source>%1 could not be read.</source>
        <translation>%1 個無法讀取。</translation>
    </message>
    <message>
        <source>Reading the tasks of the run</source>
        <translation>正在讀取執行的任務</translation>
    </message>
    <message>
        <source>Enter searches all logs of the run</source>
        <translation>按 Enter 搜尋此執行的所有日誌</translation>
    </message>
    <message numerus="yes">
        <source>%n without a log</source>
        <translation>
            <numerusform>%n 個沒有日誌</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::RunsPane</name>
    <message>
        <source>View of the runs</source>
        <translation>執行的檢視方式</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>網格</translation>
    </message>
    <message>
        <source>Gantt</source>
        <translation>甘特圖</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>月曆</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Trigger a run</source>
        <translation>觸發執行</translation>
    </message>
    <message>
        <source>Pause the DAG</source>
        <translation>暫停 DAG</translation>
    </message>
    <message>
        <source>Find a task</source>
        <translation>尋找任務</translation>
    </message>
    <message>
        <source>No DAG chosen</source>
        <translation>未選擇 DAG</translation>
    </message>
    <message>
        <source>Let the DAG run again</source>
        <translation>讓 DAG 繼續執行</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暫停</translation>
    </message>
    <message>
        <source>%1 of %2 runs</source>
        <translation>%2 次執行中的 %1 次</translation>
    </message>
    <message numerus="yes">
        <source>%n runs</source>
        <translation>
            <numerusform>%n 次執行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n active</source>
        <translation>
            <numerusform>%1，%n 次進行中</numerusform>
        </translation>
    </message>
    <message>
        <source>, groups guessed from names</source>
        <translation>，群組由名稱推測</translation>
    </message>
    <message>
        <source>%1 has not run yet</source>
        <translation>%1 尚未執行過</translation>
    </message>
    <message>
        <source>The server knows no run of this DAG. Its schedule starts one, or you do.</source>
        <translation>伺服器沒有此 DAG 的執行記錄。可等待排程啟動，或自行觸發。</translation>
    </message>
    <message>
        <source>The runs of %1 have not come. They are asked for again by themselves.</source>
        <translation>尚未收到 %1 的執行，會自動再次請求。</translation>
    </message>
    <message>
        <source>reading the runs of %1</source>
        <translation>正在讀取 %1 的執行</translation>
    </message>
    <message>
        <source>%1 is not on this server any more</source>
        <translation>這台伺服器上已沒有 %1</translation>
    </message>
    <message>
        <source>It was deleted, or this user may not see it.</source>
        <translation>它已被刪除，或這位使用者無權檢視。</translation>
    </message>
    <message>
        <source>%1 is not on this server any more. What stands here was known last.</source>
        <translation>這台伺服器上已沒有 %1。這裡是最後已知的內容。</translation>
    </message>
    <message>
        <source>%1 is not in its file any more: no run of it starts.</source>
        <translation>%1 已不在它的檔案中：不會再啟動執行。</translation>
    </message>
    <message>
        <source>%1 has not run</source>
        <translation>%1 沒有執行過</translation>
    </message>
    <message>
        <source>It is not in its file any more: no run of it starts.</source>
        <translation>它已不在它的檔案中：不會再啟動執行。</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>截至 %1</translation>
    </message>
    <message>
        <source>Nothing newer than %1 is known</source>
        <translation>%1 之後的狀況尚不得知</translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::StateLegend</name>
    <message>
        <source>Fold the legend</source>
        <translation>收合圖例</translation>
    </message>
    <message>
        <source>Task states</source>
        <translation>任務狀態</translation>
    </message>
    <message>
        <source>Open the legend</source>
        <translation>展開圖例</translation>
    </message>
    <message>
        <source>the server&apos;s own words</source>
        <translation>伺服器的原詞</translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::TaskCard</name>
    <message>
        <source>No task chosen</source>
        <translation>未選擇任務</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任務</translation>
    </message>
    <message>
        <source>Facts of the task</source>
        <translation>任務資訊</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>嘗試</translation>
    </message>
    <message>
        <source>Queued for</source>
        <translation>排隊時間</translation>
    </message>
    <message>
        <source>Ran for</source>
        <translation>執行時間</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>運算子</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>擁有者</translation>
    </message>
    <message>
        <source>Pool slot</source>
        <translation>資源池名額</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主機</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>下次嘗試</translation>
    </message>
    <message>
        <source>Usual duration</source>
        <translation>通常時長</translation>
    </message>
    <message>
        <source>Durations of past runs</source>
        <translation>過去執行的時長</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>時長</translation>
    </message>
    <message>
        <source>XCom keys</source>
        <translation>XCom 鍵</translation>
    </message>
    <message>
        <source>XCom value</source>
        <translation>XCom 值</translation>
    </message>
    <message>
        <source>Rendered fields</source>
        <translation>已轉譯欄位</translation>
    </message>
    <message>
        <source>Retry now…</source>
        <translation>立即重試…</translation>
    </message>
    <message>
        <source>Mark as</source>
        <translation>標記為</translation>
    </message>
    <message>
        <source>%1 has no instance in this run</source>
        <translation>%1 在這次執行中沒有實例</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>from %1, in %2</source>
        <translation>%1 起，%2 後</translation>
    </message>
    <message>
        <source>due since %1</source>
        <translation>自 %1 起已到時間</translation>
    </message>
    <message>
        <source>too few runs to say</source>
        <translation>執行次數太少，無法判斷</translation>
    </message>
    <message>
        <source>%1, now %2</source>
        <translation>%1，目前 %2</translation>
    </message>
    <message numerus="yes">
        <source>XCom, %n values</source>
        <translation>
            <numerusform>XCom，%n 個值</numerusform>
        </translation>
    </message>
    <message>
        <source>All instances</source>
        <translation>所有實例</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>Note of the task…</source>
        <translation>任務的備註…</translation>
    </message>
    <message numerus="yes">
        <source>%n instances</source>
        <translation>
            <numerusform>%n 個實例</numerusform>
        </translation>
    </message>
    <message>
        <source>the scheduler is silent: nobody looks after it</source>
        <translation>排程器沒有回應：無人照看它</translation>
    </message>
    <message>
        <source>The tasks of a group are marked one by one</source>
        <translation>群組的任務須逐一標記</translation>
    </message>
    <message numerus="yes">
        <source>group of %n tasks</source>
        <translation>
            <numerusform>群組，含 %n 個任務</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::TriggerSheet</name>
    <message>
        <source>Trigger a run</source>
        <translation>觸發執行</translation>
    </message>
    <message>
        <source>Parameters of the run</source>
        <translation>執行的參數</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Trigger…</source>
        <translation>觸發…</translation>
    </message>
    <message>
        <source>This DAG has no parameters.</source>
        <translation>此 DAG 沒有參數。</translation>
    </message>
    <message>
        <source>The run</source>
        <translation>執行</translation>
    </message>
    <message>
        <source>none: the server decides</source>
        <translation>無：由伺服器決定</translation>
    </message>
    <message>
        <source>Not a time like %1</source>
        <translation>不是像 %1 的時間</translation>
    </message>
    <message>
        <source>Run id</source>
        <translation>執行識別碼</translation>
    </message>
    <message>
        <source>none: the server names it</source>
        <translation>無：由伺服器命名</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備註</translation>
    </message>
    <message numerus="yes">
        <source>%n fields to correct</source>
        <translation>
            <numerusform>%n 個欄位待更正</numerusform>
        </translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>重新填寫</translation>
    </message>
    <message>
        <source>Values as you left them</source>
        <translation>保留了您上次填寫的值</translation>
    </message>
    <message>
        <source>The parameters are being read…</source>
        <translation>正在讀取參數…</translation>
    </message>
    <message>
        <source>Logical date, %1</source>
        <translation>邏輯日期，%1</translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::WhyBox</name>
    <message>
        <source>All checks</source>
        <translation>所有檢查項目</translation>
    </message>
    <message>
        <source>now</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>next</source>
        <translation>接著</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>還有 %n 個</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::WhyDelegate</name>
    <message>
        <source>now</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>next</source>
        <translation>接著</translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::WhyPane</name>
    <message>
        <source>Why is this task not running?</source>
        <translation>為何這個任務沒有執行？</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新檢查</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>檢查項目</translation>
    </message>
    <message>
        <source>Show cause</source>
        <translation>顯示原因</translation>
    </message>
    <message>
        <source>No task chosen</source>
        <translation>未選擇任務</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>now</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>next</source>
        <translation>接著</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>The server&apos;s own answer</source>
        <translation>伺服器自己的回答</translation>
    </message>
    <message>
        <source>asking</source>
        <translation>詢問中</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
    <message>
        <source>nothing unmet</source>
        <translation>沒有未滿足的條件</translation>
    </message>
    <message numerus="yes">
        <source>%n unmet</source>
        <translation>
            <numerusform>%n 項未滿足</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, run %2, %3</source>
        <translation>%1，執行 %2，%3</translation>
    </message>
    <message>
        <source>read at %1</source>
        <translation>讀取於 %1</translation>
    </message>
    <message>
        <source>oldest fact read at %1</source>
        <translation>最舊的資料讀取於 %1</translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::WorkflowPanel</name>
    <message>
        <source>No DAG on this server</source>
        <translation>此伺服器沒有 DAG</translation>
    </message>
    <message>
        <source>The server knows no DAG file without errors.</source>
        <translation>伺服器沒有任何無錯誤的 DAG 檔案。</translation>
    </message>
    <message numerus="yes">
        <source>%n files have errors.</source>
        <translation>
            <numerusform>%n 個檔案有錯誤。</numerusform>
        </translation>
    </message>
    <message>
        <source>asking %1</source>
        <translation>正在詢問 %1</translation>
    </message>
    <message>
        <source>Compare this run</source>
        <translation>比較這次執行</translation>
    </message>
    <message>
        <source>Swap the compared runs</source>
        <translation>交換比較的執行</translation>
    </message>
    <message>
        <source>Copy the comparison as Markdown</source>
        <translation>將比較複製為 Markdown</translation>
    </message>
    <message>
        <source>Retry the task…</source>
        <translation>重試任務…</translation>
    </message>
    <message>
        <source>Clear tasks…</source>
        <translation>清除任務…</translation>
    </message>
    <message>
        <source>Trigger a run…</source>
        <translation>觸發執行…</translation>
    </message>
    <message>
        <source>Backfill…</source>
        <translation>回填…</translation>
    </message>
    <message>
        <source>Pause the DAG, or let it run again…</source>
        <translation>暫停 DAG 或讓它繼續…</translation>
    </message>
    <message>
        <source>Parse the DAG&apos;s file again…</source>
        <translation>重新剖析 DAG 檔案…</translation>
    </message>
    <message>
        <source>Cancel the run…</source>
        <translation>取消執行…</translation>
    </message>
    <message>
        <source>Mark the run success…</source>
        <translation>將執行標記為成功…</translation>
    </message>
    <message>
        <source>Delete the run…</source>
        <translation>刪除執行…</translation>
    </message>
    <message>
        <source>This server has no backfill of its own</source>
        <translation>此伺服器沒有自己的回填功能</translation>
    </message>
    <message>
        <source>End</source>
        <translation>結束</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Ask the server again</source>
        <translation>重新詢問伺服器</translation>
    </message>
    <message>
        <source>Filter DAGs</source>
        <translation>篩選 DAG</translation>
    </message>
    <message>
        <source>Why is this task not running?</source>
        <translation>為何這個任務沒有執行？</translation>
    </message>
    <message>
        <source>Show the task</source>
        <translation>顯示任務</translation>
    </message>
    <message>
        <source>Grid of the runs</source>
        <translation>執行的網格檢視</translation>
    </message>
    <message>
        <source>Gantt of the run</source>
        <translation>該次執行的甘特圖</translation>
    </message>
    <message>
        <source>Calendar of the runs</source>
        <translation>執行的月曆</translation>
    </message>
    <message>
        <source>Map across DAGs</source>
        <translation>跨 DAG 地圖</translation>
    </message>
    <message>
        <source>Search the logs of the run</source>
        <translation>搜尋執行的日誌</translation>
    </message>
    <message>
        <source>Backfills of the DAG</source>
        <translation>此 DAG 的回填</translation>
    </message>
    <message>
        <source>Note of the task…</source>
        <translation>任務的備註…</translation>
    </message>
    <message>
        <source>Note of the run…</source>
        <translation>執行的備註…</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>執行 %1</translation>
    </message>
    <message>
        <source>Server: %1</source>
        <translation>伺服器：%1</translation>
    </message>
    <message>
        <source>Deadlines: the next run that missed one</source>
        <translation>期限：下一個逾期的執行</translation>
    </message>
    <message>
        <source>No run missed a deadline</source>
        <translation>沒有執行逾期</translation>
    </message>
    <message numerus="yes">
        <source>%n deadlines are known</source>
        <translation>
            <numerusform>已知 %n 個期限</numerusform>
        </translation>
    </message>
    <message>
        <source>This server does not tell deadlines.</source>
        <translation>此伺服器不提供期限資訊。</translation>
    </message>
    <message>
        <source>Let the DAG run again…</source>
        <translation>恢復執行 DAG…</translation>
    </message>
    <message>
        <source>Pause the DAG…</source>
        <translation>暫停 DAG…</translation>
    </message>
    <message>
        <source>Copy the DAG&apos;s id</source>
        <translation>複製 DAG 的 ID</translation>
    </message>
    <message>
        <source>Source of the DAG</source>
        <translation>DAG 的原始碼</translation>
    </message>
    <message>
        <source>Source of %1</source>
        <translation>%1 的原始碼</translation>
    </message>
    <message>
        <source>Graph of the run</source>
        <translation>該次執行的圖</translation>
    </message>
    <message>
        <source>Log of the task</source>
        <translation>任務的日誌</translation>
    </message>
    <message>
        <source>Mark the task %1…</source>
        <translation>將任務標記為 %1…</translation>
    </message>
    <message>
        <source>Last known values: no answer since %1.</source>
        <translation>最後已知的值：自 %1 起沒有回應。</translation>
    </message>
    <message>
        <source>No run is chosen</source>
        <translation>未選擇執行</translation>
    </message>
    <message>
        <source>No task is chosen</source>
        <translation>未選擇任務</translation>
    </message>
    <message>
        <source>No two runs are compared</source>
        <translation>目前沒有比較兩個執行</translation>
    </message>
</context>
<context>
    <name>pipelines</name>
    <message>
        <source>%1 is not there.</source>
        <translation>%1 不存在。</translation>
    </message>
    <message>
        <source>A node cannot follow itself.</source>
        <translation>節點不能接在自己之後。</translation>
    </message>
    <message>
        <source>These are connected already.</source>
        <translation>它們已經相連。</translation>
    </message>
    <message>
        <source>A group cannot stand in itself.</source>
        <translation>群組不能放在自己裡面。</translation>
    </message>
    <message>
        <source>A name is missing.</source>
        <translation>缺少名稱。</translation>
    </message>
    <message>
        <source>%1 is there already.</source>
        <translation>%1 已存在。</translation>
    </message>
    <message>
        <source>This is no place.</source>
        <translation>這不是有效的位置。</translation>
    </message>
    <message>
        <source>At most %1 characters.</source>
        <translation>至多 %1 個字元。</translation>
    </message>
    <message>
        <source>Only letters from a to z, digits, dots, dashes and underscores.</source>
        <translation>只能用英文字母 a 到 z、數字、點、連字號與底線。</translation>
    </message>
    <message>
        <source>%1 must be a list.</source>
        <translation>%1 必須是清單。</translation>
    </message>
    <message>
        <source>The name is missing.</source>
        <translation>缺少名稱。</translation>
    </message>
    <message>
        <source>A task needs an id.</source>
        <translation>任務需要 id。</translation>
    </message>
    <message>
        <source>The kind is missing.</source>
        <translation>缺少種類。</translation>
    </message>
    <message>
        <source>There is no node %1.</source>
        <translation>沒有節點 %1。</translation>
    </message>
    <message>
        <source>There is no list of tasks in it.</source>
        <translation>其中沒有任務清單。</translation>
    </message>
    <message>
        <source>A JSON flow would read this differently. Nothing is changed.</source>
        <translation>JSON 流程讀出的結果會不同。未做任何變更。</translation>
    </message>
    <message>
        <source>A JSON flow holds ids, operators, dependencies and parameters. Save it as a pipeline document for more.</source>
        <translation>JSON 流程只包含 id、operator、相依關係與參數。需要更多時，請儲存為管線文件。</translation>
    </message>
    <message>
        <source>Nested too deeply.</source>
        <translation>巢狀過深。</translation>
    </message>
    <message>
        <source>%1 is there twice.</source>
        <translation>%1 出現兩次。</translation>
    </message>
    <message>
        <source>Larger than %1 bytes.</source>
        <translation>大於 %1 位元組。</translation>
    </message>
    <message>
        <source>Not valid JSON: %1.</source>
        <translation>不是有效的 JSON：%1。</translation>
    </message>
    <message>
        <source>This is not a pipeline.</source>
        <translation>這不是管線。</translation>
    </message>
    <message>
        <source>There is no group %1.</source>
        <translation>沒有群組 %1。</translation>
    </message>
    <message>
        <source>This is not a pipeline: it does not begin with pipeline: 1.</source>
        <translation>這不是管線：開頭不是 pipeline: 1。</translation>
    </message>
    <message>
        <source>%1 is no version of a pipeline.</source>
        <translation>%1 不是管線的版本。</translation>
    </message>
    <message>
        <source>Written by a newer Pilothouse: version %1, this one reads %2. Nothing is changed.</source>
        <translation>由較新的 Pilothouse 寫入：版本 %1，此版只能讀取 %2。未做任何變更。</translation>
    </message>
    <message>
        <source>Anchors and aliases are not kept. Write the values out.</source>
        <translation>不保留錨點與別名。請直接寫出值。</translation>
    </message>
    <message>
        <source>%1 is not known here.</source>
        <translation>這裡不認得 %1。</translation>
    </message>
    <message>
        <source>%1 must be a text.</source>
        <translation>%1 必須是文字。</translation>
    </message>
    <message>
        <source>%1 must be names with what belongs to them.</source>
        <translation>%1 必須是名稱與其內容的對照。</translation>
    </message>
    <message>
        <source>An edge is written as: one -&gt; another.</source>
        <translation>連線請寫成：one -&gt; another。</translation>
    </message>
    <message>
        <source>Program text is not kept in such a file.</source>
        <translation>這種檔案不保存程式碼。</translation>
    </message>
    <message>
        <source>There is no shared field %1.</source>
        <translation>沒有共用欄位 %1。</translation>
    </message>
    <message>
        <source>%1 is no name: a to z, digits and underscores.</source>
        <translation>%1 不是有效的名稱：只能用 a 到 z、數字與底線。</translation>
    </message>
    <message>
        <source>%1: a choice has choices, nothing else has.</source>
        <translation>%1：只有選擇類型才有選項，且必須有選項。</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>缺少 %1。</translation>
    </message>
    <message>
        <source>%1: the least is more than the most.</source>
        <translation>%1：最小值大於最大值。</translation>
    </message>
    <message>
        <source>%1 is no regular expression.</source>
        <translation>%1 不是正規表示式。</translation>
    </message>
    <message>
        <source>%1: there is no field %2.</source>
        <translation>%1：沒有欄位 %2。</translation>
    </message>
    <message>
        <source>%1: %2 cannot be %3.</source>
        <translation>%1：%2 不能是 %3。</translation>
    </message>
    <message>
        <source>%1 is no name of a file.</source>
        <translation>%1 不是有效的檔案名稱。</translation>
    </message>
    <message>
        <source>The file of %1 is named %2.</source>
        <translation>%1 的檔案應命名為 %2。</translation>
    </message>
    <message>
        <source>More than %1 files.</source>
        <translation>超過 %1 個檔案。</translation>
    </message>
    <message>
        <source>There is no section %1.</source>
        <translation>沒有區段 %1。</translation>
    </message>
    <message>
        <source>There is no category %1.</source>
        <translation>沒有類別 %1。</translation>
    </message>
    <message>
        <source>There is no template %1.</source>
        <translation>沒有範本 %1。</translation>
    </message>
    <message>
        <source>Names with values are expected here.</source>
        <translation>這裡應為名稱與值。</translation>
    </message>
    <message>
        <source>%1 must be true or false.</source>
        <translation>%1 必須是 true 或 false。</translation>
    </message>
    <message>
        <source>%1 must be a number.</source>
        <translation>%1 必須是數字。</translation>
    </message>
    <message>
        <source>%1 must hold texts.</source>
        <translation>%1 的內容必須是文字。</translation>
    </message>
    <message>
        <source>%1 is not one of %2.</source>
        <translation>%1 不是 %2 之一。</translation>
    </message>
    <message>
        <source>Nobody reads the column %1.</source>
        <translation>沒有節點讀取欄位 %1。</translation>
    </message>
    <message>
        <source>These wait for each other: %1.</source>
        <translation>這些項目互相等待：%1。</translation>
    </message>
    <message>
        <source>Rename to %1</source>
        <translation>重新命名為 %1</translation>
    </message>
    <message>
        <source>%1 is not used: %2 is %3.</source>
        <translation>不會使用 %1：%2 是 %3。</translation>
    </message>
    <message>
        <source>%1 is taken as it is: the target fills in nothing here.</source>
        <translation>%1 會原樣使用：目標不會在此代入值。</translation>
    </message>
    <message>
        <source>The catalogue has no kind %1.</source>
        <translation>目錄中沒有種類 %1。</translation>
    </message>
    <message>
        <source>Change to %1</source>
        <translation>改為 %1</translation>
    </message>
    <message>
        <source>A job that streams has no tries: this is not used.</source>
        <translation>串流作業沒有嘗試次數：不會使用此設定。</translation>
    </message>
    <message>
        <source>This does not run: fields of a task are not used.</source>
        <translation>這不會執行：不會使用任務的欄位。</translation>
    </message>
    <message numerus="yes">
        <source>%n nodes are operators outside the catalogue: their arguments are not checked.</source>
        <translation>
            <numerusform>%n 個節點是目錄以外的 operator：不會檢查它們的引數。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to catch up with: no start is set.</source>
        <translation>沒有可追補的執行：未設定起始時間。</translation>
    </message>
    <message>
        <source>It ends before it starts.</source>
        <translation>結束時間早於起始時間。</translation>
    </message>
    <message>
        <source>Nobody is told when the deadline has passed.</source>
        <translation>超過期限時不會通知任何人。</translation>
    </message>
    <message>
        <source>No environment has a value %1.</source>
        <translation>沒有環境具有值 %1。</translation>
    </message>
    <message>
        <source>%1 has no value in the environment %2.</source>
        <translation>%1 在環境 %2 中沒有值。</translation>
    </message>
    <message>
        <source>%1 has no %2, other environments have.</source>
        <translation>%1 沒有 %2，但其他環境有。</translation>
    </message>
    <message>
        <source>There is no environment %1.</source>
        <translation>沒有環境 %1。</translation>
    </message>
    <message>
        <source>%1 is no minute: 0 to 59.</source>
        <translation>%1 不是分鐘：0 到 59。</translation>
    </message>
    <message>
        <source>%1 is no hour: 0 to 23.</source>
        <translation>%1 不是小時：0 到 23。</translation>
    </message>
    <message>
        <source>%1 is no day of the month: 1 to 31.</source>
        <translation>%1 不是有效的日：1 到 31。</translation>
    </message>
    <message>
        <source>%1 is no month: 1 to 12.</source>
        <translation>%1 不是月份：1 到 12。</translation>
    </message>
    <message>
        <source>%1 is no day of the week: 0 to 7.</source>
        <translation>%1 不是星期：0 到 7。</translation>
    </message>
    <message>
        <source>%1 is none of %2.</source>
        <translation>%1 不在 %2 之中。</translation>
    </message>
    <message>
        <source>Five fields: minute, hour, day, month and weekday.</source>
        <translation>五個欄位：分、時、日、月與星期。</translation>
    </message>
    <message>
        <source>%1 is no table, as shop.orders.</source>
        <translation>%1 不是資料表，例如 shop.orders。</translation>
    </message>
    <message>
        <source>A topic has letters, digits, dots, dashes and underscores, at most 249 of them.</source>
        <translation>主題只能有字母、數字、點、連字號與底線，最多 249 個字元。</translation>
    </message>
    <message>
        <source>This is no address, as https://example.org/events.</source>
        <translation>這不是位址，例如 https://example.org/events。</translation>
    </message>
    <message>
        <source>This is no id of a connection.</source>
        <translation>這不是有效的連線 ID。</translation>
    </message>
    <message>
        <source>%1 is no time zone, as Asia/Taipei.</source>
        <translation>%1 不是時區，例如 Asia/Taipei。</translation>
    </message>
    <message>
        <source>%1 is no date, as 2026-03-01 or 2026-03-01T06:00:00.</source>
        <translation>%1 不是日期，例如 2026-03-01 或 2026-03-01T06:00:00。</translation>
    </message>
    <message>
        <source>This is no JSON: line %1, %2.</source>
        <translation>這不是 JSON：第 %1 行，%2。</translation>
    </message>
    <message>
        <source>Start when new rows are there</source>
        <translation>有新資料列時啟動</translation>
    </message>
    <message>
        <source>Start by time and wait for rows</source>
        <translation>按時間啟動並等待資料列</translation>
    </message>
    <message>
        <source>Read what is there and stop</source>
        <translation>讀取現有資料後停止</translation>
    </message>
    <message>
        <source>%1 streams and never ends. Say what starts %2.</source>
        <translation>%1 是串流，永不結束。請指定 %2 的啟動方式。</translation>
    </message>
    <message>
        <source>%1 is no trigger.</source>
        <translation>%1 不是有效的觸發方式。</translation>
    </message>
    <message>
        <source>No trigger is needed here: %1 ends by itself.</source>
        <translation>這裡不需要觸發方式：%1 會自行結束。</translation>
    </message>
    <message>
        <source>Remove the trigger</source>
        <translation>移除觸發方式</translation>
    </message>
    <message>
        <source>Remove the edge</source>
        <translation>移除連線</translation>
    </message>
    <message>
        <source>Nothing is connected to %1.</source>
        <translation>沒有任何項目連接至 %1。</translation>
    </message>
    <message>
        <source>%1 takes one edge only.</source>
        <translation>%1 只接受一條連線。</translation>
    </message>
    <message>
        <source>Nothing waits for this check: bad rows go on.</source>
        <translation>沒有項目等待此檢查：不良的資料列會繼續往下傳。</translation>
    </message>
    <message>
        <source>Two are called %1.</source>
        <translation>有兩個項目名為 %1。</translation>
    </message>
    <message>
        <source>%1 makes the table %2 with other columns.</source>
        <translation>%1 建立資料表 %2 時使用不同的欄位。</translation>
    </message>
    <message>
        <source>%1 writes %2 too, and one of them replaces what the other wrote.</source>
        <translation>%1 也會寫入 %2，其中一個會取代另一個寫入的內容。</translation>
    </message>
    <message>
        <source>A stream is no table. Put a node that writes it into one between them.</source>
        <translation>串流不是資料表。請在兩者之間放一個將串流寫入資料表的節點。</translation>
    </message>
    <message>
        <source>A file is no table. Put a node that loads it into one between them.</source>
        <translation>檔案不是資料表。請在兩者之間放一個將檔案載入資料表的節點。</translation>
    </message>
    <message>
        <source>A check gives no rows. Connect it to what waits for it.</source>
        <translation>檢查不會產生資料列。請將它連接至等待它的項目。</translation>
    </message>
    <message>
        <source>A model is no table.</source>
        <translation>模型不是資料表。</translation>
    </message>
    <message>
        <source>A table is no stream. Put a node that publishes it between them.</source>
        <translation>資料表不是串流。請在兩者之間放一個發布它的節點。</translation>
    </message>
    <message>
        <source>A file is no stream. Put a node that publishes it between them.</source>
        <translation>檔案不是串流。請在兩者之間放一個發布它的節點。</translation>
    </message>
    <message>
        <source>A check gives no messages.</source>
        <translation>檢查不會產生訊息。</translation>
    </message>
    <message>
        <source>A model is no stream.</source>
        <translation>模型不是串流。</translation>
    </message>
    <message>
        <source>A stream is no file.</source>
        <translation>串流不是檔案。</translation>
    </message>
    <message>
        <source>A table is no file. Put a node that writes one between them.</source>
        <translation>資料表不是檔案。請在兩者之間放一個寫入檔案的節點。</translation>
    </message>
    <message>
        <source>A check gives no file. Connect it to what waits for it.</source>
        <translation>檢查不會產生檔案。請將它連接至等待它的項目。</translation>
    </message>
    <message>
        <source>A model is no file.</source>
        <translation>模型不是檔案。</translation>
    </message>
    <message>
        <source>A stream is no model.</source>
        <translation>串流不是模型。</translation>
    </message>
    <message>
        <source>A table is no model.</source>
        <translation>資料表不是模型。</translation>
    </message>
    <message>
        <source>A check gives no model. Connect it to what waits for it.</source>
        <translation>檢查不會產生模型。請將它連接至等待它的項目。</translation>
    </message>
    <message>
        <source>A file is no model.</source>
        <translation>檔案不是模型。</translation>
    </message>
    <message>
        <source>%1 has no such port.</source>
        <translation>%1 沒有這個埠。</translation>
    </message>
    <message>
        <source>%1 has no port %2.</source>
        <translation>%1 沒有埠 %2。</translation>
    </message>
    <message>
        <source>A stream never ends: nothing can wait for it.</source>
        <translation>串流永不結束：沒有項目能等待它。</translation>
    </message>
    <message>
        <source>%1 of %2 takes one edge only.</source>
        <translation>%2 的 %1 只接受一條連線。</translation>
    </message>
    <message>
        <source>This holds a private key. Keep it in a connection.</source>
        <translation>這含有私密金鑰。請存放在連線中。</translation>
    </message>
    <message>
        <source>This holds an access key. Keep it in a connection.</source>
        <translation>這含有存取金鑰。請存放在連線中。</translation>
    </message>
    <message>
        <source>This holds a token. Keep it in a connection.</source>
        <translation>這含有權杖。請存放在連線中。</translation>
    </message>
    <message>
        <source>This holds a password. Keep it in a connection.</source>
        <translation>這含有密碼。請存放在連線中。</translation>
    </message>
    <message>
        <source>%1 is a secret. Keep it in a connection.</source>
        <translation>%1 是機密。請存放在連線中。</translation>
    </message>
    <message>
        <source>One try may take %1. The limit is %2.</source>
        <translation>單次嘗試可能需要 %1。上限是 %2。</translation>
    </message>
    <message numerus="yes">
        <source>Worst case is %1: %n tries of %2 and up to %3 of waits. The limit is %4.</source>
        <translation>
            <numerusform>最壞情況為 %1：%n 次嘗試，每次 %2，等待最多 %3。上限是 %4。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Use %n tries</source>
        <translation>
            <numerusform>改用 %n 次嘗試</numerusform>
        </translation>
    </message>
    <message>
        <source>One try, time out after %1</source>
        <translation>嘗試一次，%1 後逾時</translation>
    </message>
    <message>
        <source>Worst case of a run is %1: %2. The limit is %3.</source>
        <translation>一次執行的最壞情況為 %1：%2。上限是 %3。</translation>
    </message>
    <message>
        <source>A try may take for ever: without a time-out nobody can say whether it ends within %1.</source>
        <translation>單次嘗試可能永不結束：沒有設定逾時，無法得知是否會在 %1 內結束。</translation>
    </message>
    <message>
        <source>Time out after %1</source>
        <translation>%1 後逾時</translation>
    </message>
    <message>
        <source>At least %1.</source>
        <translation>至少 %1。</translation>
    </message>
    <message>
        <source>At most %1.</source>
        <translation>最多 %1。</translation>
    </message>
    <message>
        <source>%1 is no number.</source>
        <translation>%1 不是數字。</translation>
    </message>
    <message>
        <source>A list is expected here.</source>
        <translation>這裡應為清單。</translation>
    </message>
    <message>
        <source>A list of texts is expected here.</source>
        <translation>這裡應為文字清單。</translation>
    </message>
    <message>
        <source>A column needs a name.</source>
        <translation>欄位需要名稱。</translation>
    </message>
    <message>
        <source>The name of a column has at most 63 characters.</source>
        <translation>欄位名稱最多 63 個字元。</translation>
    </message>
    <message>
        <source>Two columns are called %1.</source>
        <translation>有兩個欄位名為 %1。</translation>
    </message>
    <message>
        <source>%1: %2 is no type of a column.</source>
        <translation>%1：%2 不是欄位型別。</translation>
    </message>
    <message>
        <source>%1: nullable must be true or false.</source>
        <translation>%1：nullable 必須是 true 或 false。</translation>
    </message>
    <message>
        <source>%1: %2 is not known here.</source>
        <translation>%1：這裡不認得 %2。</translation>
    </message>
    <message>
        <source>%1 needs a type.</source>
        <translation>%1 需要型別。</translation>
    </message>
    <message>
        <source>A list of columns is expected here.</source>
        <translation>這裡應為欄位清單。</translation>
    </message>
    <message>
        <source>A text is expected here.</source>
        <translation>這裡應為文字。</translation>
    </message>
    <message>
        <source>One line only.</source>
        <translation>只能有一行。</translation>
    </message>
    <message>
        <source>%1 is not written as it must be.</source>
        <translation>%1 的寫法不正確。</translation>
    </message>
    <message>
        <source>%1 is neither true nor false.</source>
        <translation>%1 不是 true 也不是 false。</translation>
    </message>
    <message>
        <source>%1 is no duration, as 90s or 1h30m.</source>
        <translation>%1 不是時間長度，例如 90s 或 1h30m。</translation>
    </message>
    <message>
        <source>Writes are off for this connection.</source>
        <translation>這個連線已關閉寫入。</translation>
    </message>
    <message>
        <source>Writes are off for this connection. Switch them on first.</source>
        <translation>這個連線已關閉寫入。請先開啟寫入。</translation>
    </message>
    <message>
        <source>This connection is protected: nothing is written to it.</source>
        <translation>這個連線受保護：不會寫入任何內容。</translation>
    </message>
    <message>
        <source>The profile has no Airflow service with a DAG folder.</source>
        <translation>設定檔中沒有具有 DAG 資料夾的 Airflow 服務。</translation>
    </message>
    <message>
        <source>The plan is not ready.</source>
        <translation>計畫尚未就緒。</translation>
    </message>
    <message>
        <source>%1 is not of this pipeline and stays.</source>
        <translation>%1 不屬於這個管線，會保留。</translation>
    </message>
    <message>
        <source>%1 was changed by hand.</source>
        <translation>%1 已被手動改過。</translation>
    </message>
    <message>
        <source>Nothing to deploy: the versions are equal.</source>
        <translation>沒有需要部署的內容：版本相同。</translation>
    </message>
    <message>
        <source>There is nothing to deploy, or something stands in the way.</source>
        <translation>沒有需要部署的內容，或有問題阻擋部署。</translation>
    </message>
    <message numerus="yes">
        <source>%n tables in one transaction</source>
        <translation>
            <numerusform>單一交易中的 %n 個資料表</numerusform>
        </translation>
    </message>
    <message>
        <source>Streaming job %1</source>
        <translation>串流作業 %1</translation>
    </message>
    <message>
        <source>Restarted from its checkpoint</source>
        <translation>已從檢查點重新啟動</translation>
    </message>
    <message>
        <source>Written and read by the host</source>
        <translation>已寫入，主機已讀取</translation>
    </message>
    <message>
        <source>Deploy %1</source>
        <translation>部署 %1</translation>
    </message>
    <message>
        <source>Committed as %1 and pushed</source>
        <translation>已提交為 %1 並推送</translation>
    </message>
    <message>
        <source>Committed as %1</source>
        <translation>已提交為 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n files written</source>
        <translation>
            <numerusform>已寫入 %n 個檔案</numerusform>
        </translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>Read by Airflow after %1 s</source>
        <translation>Airflow 於 %1 秒後讀取</translation>
    </message>
    <message>
        <source>Airflow cannot import %1.</source>
        <translation>Airflow 無法匯入 %1。</translation>
    </message>
    <message>
        <source>Deploy %1 to %2?</source>
        <translation>要將 %1 部署到 %2 嗎？</translation>
    </message>
    <message>
        <source>Written to %1. Airflow takes it up by itself.</source>
        <translation>已寫入 %1。Airflow 會自行讀取。</translation>
    </message>
    <message>
        <source>Deploy</source>
        <translation>部署</translation>
    </message>
    <message>
        <source>Units created</source>
        <translation>建立的單元</translation>
    </message>
    <message>
        <source>Units changed</source>
        <translation>變更的單元</translation>
    </message>
    <message>
        <source>Units removed</source>
        <translation>移除的單元</translation>
    </message>
    <message>
        <source>The profile names no folder to deploy to.</source>
        <translation>設定檔未指定部署資料夾。</translation>
    </message>
    <message>
        <source>The folder to deploy to must begin with a slash.</source>
        <translation>部署資料夾必須以斜線開頭。</translation>
    </message>
    <message>
        <source>This is no name for a generated file.</source>
        <translation>這個名稱不能用於產生的檔案。</translation>
    </message>
    <message>
        <source>Your account may not write there.</source>
        <translation>您的帳號無權寫入該處。</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>磁碟已滿。</translation>
    </message>
    <message>
        <source>There is no such folder.</source>
        <translation>沒有這個資料夾。</translation>
    </message>
    <message>
        <source>%1 was changed by somebody else meanwhile. Nothing was written.</source>
        <translation>%1 在此期間已被其他人變更。未寫入任何內容。</translation>
    </message>
    <message>
        <source>This is no ordinary file, so it stays as it is.</source>
        <translation>這不是一般檔案，因此保持原狀。</translation>
    </message>
    <message>
        <source>The file is larger than 16 MB.</source>
        <translation>檔案大於 16 MB。</translation>
    </message>
    <message>
        <source>git does not know the author: set user.name and user.email in the clone.</source>
        <translation>git 不知道作者：請在複製的儲存庫中設定 user.name 與 user.email。</translation>
    </message>
    <message>
        <source>Another git is at work in the clone, or one was broken off.</source>
        <translation>複製的儲存庫中有另一個 git 正在執行，或先前有 git 中斷。</translation>
    </message>
    <message>
        <source>The folder is in no clone of git.</source>
        <translation>資料夾不在任何 git 複製的儲存庫中。</translation>
    </message>
    <message>
        <source>The clone&apos;s .gitignore leaves the file out.</source>
        <translation>複製的儲存庫的 .gitignore 排除了此檔案。</translation>
    </message>
    <message>
        <source>Somebody else has pushed meanwhile. Nothing was deployed: pull first.</source>
        <translation>其他人在此期間已推送。未部署任何內容：請先拉取。</translation>
    </message>
    <message>
        <source>The remote does not let git in.</source>
        <translation>遠端不允許 git 存取。</translation>
    </message>
    <message>
        <source>A merge or rebase is not finished in the clone.</source>
        <translation>複製的儲存庫中有合併或重定基底尚未完成。</translation>
    </message>
    <message>
        <source>The clone is on %1, not on branch %2.</source>
        <translation>複製的儲存庫目前在 %1，不在分支 %2。</translation>
    </message>
    <message numerus="yes">
        <source>%n earlier commits that were never pushed go along.</source>
        <translation>
            <numerusform>%n 個先前從未推送的提交會一併推送。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The remote has %n commits the clone lacks: pull them first.</source>
        <translation>
            <numerusform>遠端有 %n 個提交是複製的儲存庫所沒有的：請先拉取。</numerusform>
        </translation>
    </message>
    <message>
        <source>Start the job</source>
        <translation>啟動工作</translation>
    </message>
    <message>
        <source>Start %1?</source>
        <translation>要啟動 %1 嗎？</translation>
    </message>
    <message>
        <source>It goes on from where it wrote last.</source>
        <translation>會從上次寫入的位置繼續。</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>已啟動</translation>
    </message>
    <message>
        <source>Stop the job</source>
        <translation>停止工作</translation>
    </message>
    <message>
        <source>Stop %1?</source>
        <translation>要停止 %1 嗎？</translation>
    </message>
    <message>
        <source>It ends after the batch that is being written. Messages wait in their topic.</source>
        <translation>會在寫完目前的批次後結束。訊息留在主題中等待。</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Restart the job</source>
        <translation>重新啟動工作</translation>
    </message>
    <message>
        <source>Restart %1?</source>
        <translation>要重新啟動 %1 嗎？</translation>
    </message>
    <message>
        <source>It goes on from its checkpoint: nothing is read twice or left out.</source>
        <translation>會從檢查點繼續：不會重複讀取，也不會遺漏。</translation>
    </message>
    <message>
        <source>The folder holds too many files to look through.</source>
        <translation>資料夾中的檔案過多，無法逐一查看。</translation>
    </message>
    <message>
        <source>Airflow has not read the new version in time.</source>
        <translation>Airflow 未及時讀取新版本。</translation>
    </message>
    <message>
        <source>It is not known what is there: %1</source>
        <translation>不清楚那裡的現況：%1</translation>
    </message>
    <message>
        <source>The profile names no host of streaming jobs: run it by its unit file or compose snippet, which the command line writes.</source>
        <translation>設定檔未指定串流作業的主機：請用命令列寫出的單元檔或 compose 片段執行。</translation>
    </message>
    <message>
        <source>Runs of the past stay in Airflow.</source>
        <translation>過去的執行會保留在 Airflow 中。</translation>
    </message>
    <message>
        <source>ssh does not know %1, or its key has changed. Connect once in a terminal.</source>
        <translation>ssh 不認得 %1，或其金鑰已變更。請先在終端機中連線一次。</translation>
    </message>
    <message>
        <source>%1 does not let ssh in without asking for a password.</source>
        <translation>%1 不允許 ssh 在不詢問密碼的情況下登入。</translation>
    </message>
    <message>
        <source>A folder behind ssh is written ssh:HOST:FOLDER.</source>
        <translation>透過 ssh 存取的資料夾寫作 ssh:HOST:FOLDER。</translation>
    </message>
    <message>
        <source>The connection broke before the answer was whole.</source>
        <translation>連線在回應完整之前中斷。</translation>
    </message>
    <message>
        <source>There is no supervisor with this configuration.</source>
        <translation>沒有使用此設定的 supervisor。</translation>
    </message>
    <message>
        <source>The supervisor of the streaming jobs does not run.</source>
        <translation>串流作業的 supervisor 沒有在執行。</translation>
    </message>
    <message>
        <source>There is no program %1 on this computer.</source>
        <translation>這台電腦上沒有程式 %1。</translation>
    </message>
    <message>
        <source>%1 wrote more than can be taken.</source>
        <translation>%1 寫出的內容超過可接收的量。</translation>
    </message>
    <message>
        <source>The table has no columns.</source>
        <translation>資料表沒有欄位。</translation>
    </message>
    <message>
        <source>%1 is no type of a column.</source>
        <translation>%1 不是欄位型別。</translation>
    </message>
    <message>
        <source>%1 is added without NOT NULL: old rows have none.</source>
        <translation>加入 %1 時不含 NOT NULL：舊資料列沒有這個值。</translation>
    </message>
    <message>
        <source>%1 stays %2; the pipeline says %3.</source>
        <translation>%1 維持 %2；管線指定的是 %3。</translation>
    </message>
    <message>
        <source>A deploy only adds: this statement does something else.</source>
        <translation>部署只會新增：此陳述式會做其他事。</translation>
    </message>
    <message>
        <source>Messages with a key go to other partitions from then on.</source>
        <translation>此後有鍵的訊息會進入其他分割區。</translation>
    </message>
    <message>
        <source>It keeps its %1 partitions; none can be taken away.</source>
        <translation>它會保留 %1 個分割區；無法移除任何一個。</translation>
    </message>
    <message>
        <source>It keeps its %1 replicas.</source>
        <translation>它會保留 %1 個複本。</translation>
    </message>
    <message>
        <source>The version could not be kept.</source>
        <translation>無法保留此版本。</translation>
    </message>
    <message>
        <source>This is no ordinary file.</source>
        <translation>這不是一般檔案。</translation>
    </message>
    <message>
        <source>The file is not there any more.</source>
        <translation>檔案已不存在。</translation>
    </message>
    <message>
        <source>The file was changed by somebody else.</source>
        <translation>檔案已被其他人變更。</translation>
    </message>
    <message>
        <source>There is another file of this name.</source>
        <translation>已有另一個同名的檔案。</translation>
    </message>
    <message>
        <source>The profile has no Airflow service.</source>
        <translation>設定檔中沒有 Airflow 服務。</translation>
    </message>
    <message>
        <source>Airflow does not have it yet: deploy it first.</source>
        <translation>Airflow 還沒有它：請先部署。</translation>
    </message>
    <message>
        <source>There is no run yet in which the node could run again.</source>
        <translation>還沒有可讓此節點重新執行的執行。</translation>
    </message>
    <message>
        <source>Set %1</source>
        <translation>設定 %1</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>編輯 %1</translation>
    </message>
    <message>
        <source>Set the trigger</source>
        <translation>設定觸發方式</translation>
    </message>
    <message>
        <source>Set values of %1</source>
        <translation>設定 %1 的值</translation>
    </message>
    <message>
        <source>This folder cannot be made.</source>
        <translation>無法建立此資料夾。</translation>
    </message>
    <message>
        <source>There is no trash for this folder. Nothing was deleted.</source>
        <translation>此資料夾沒有垃圾桶。未刪除任何內容。</translation>
    </message>
    <message>
        <source>Move to the trash…</source>
        <translation>移至垃圾桶…</translation>
    </message>
    <message>
        <source>Move %1 to the trash?</source>
        <translation>要將 %1 移至垃圾桶嗎？</translation>
    </message>
    <message>
        <source>The whole file goes, with every pipeline in it. What is deployed stays.</source>
        <translation>整個檔案連同其中的所有管線都會移除。已部署的內容會保留。</translation>
    </message>
    <message>
        <source>The document goes, with its layout. What is deployed stays.</source>
        <translation>文件連同其版面配置都會移除。已部署的內容會保留。</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>移至垃圾桶</translation>
    </message>
    <message>
        <source>%1 to the trash</source>
        <translation>將 %1 移至垃圾桶</translation>
    </message>
    <message>
        <source>%1 is in the trash.</source>
        <translation>%1 已在垃圾桶中。</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移動</translation>
    </message>
    <message>
        <source>Open group</source>
        <translation>展開群組</translation>
    </message>
    <message>
        <source>Close group</source>
        <translation>收合群組</translation>
    </message>
    <message>
        <source>Connect %1 and %2</source>
        <translation>連接 %1 與 %2</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>加入 %1</translation>
    </message>
    <message>
        <source>Disconnect %1 and %2</source>
        <translation>中斷 %1 與 %2 的連線</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>刪除 %1</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n nodes</source>
        <translation>
            <numerusform>刪除 %n 個節點</numerusform>
        </translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>貼上</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>製作複本</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>組成群組</translation>
    </message>
    <message>
        <source>Ungroup</source>
        <translation>解散群組</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>加入註解</translation>
    </message>
    <message>
        <source>Align</source>
        <translation>對齊</translation>
    </message>
    <message>
        <source>Same gaps</source>
        <translation>均分間距</translation>
    </message>
    <message>
        <source>Lay out</source>
        <translation>自動排列</translation>
    </message>
    <message>
        <source>Lay out the selection</source>
        <translation>自動排列選取項目</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>重新命名 %1</translation>
    </message>
    <message>
        <source>Pipelines</source>
        <translation>管線</translation>
    </message>
    <message>
        <source>Library of pipelines</source>
        <translation>管線庫</translation>
    </message>
    <message>
        <source>DAGs, workflows, documents, templates</source>
        <translation>DAG、工作流程、文件、範本</translation>
    </message>
    <message>
        <source>Pipeline editor</source>
        <translation>管線編輯器</translation>
    </message>
    <message>
        <source>Canvas, DAG, draw, new pipeline</source>
        <translation>畫布、DAG、繪製、新增管線</translation>
    </message>
    <message>
        <source>DAG of a server</source>
        <translation>伺服器的 DAG</translation>
    </message>
    <message>
        <source>It is written in code on the server and has no document here.</source>
        <translation>它以程式碼寫在伺服器上，這裡沒有文件。</translation>
    </message>
    <message>
        <source>What is on the clipboard is no part of a pipeline.</source>
        <translation>剪貼簿中的內容不是管線的一部分。</translation>
    </message>
    <message>
        <source>That is too much for the clipboard.</source>
        <translation>內容過多，無法放入剪貼簿。</translation>
    </message>
    <message>
        <source>The pipeline on the clipboard holds no nodes.</source>
        <translation>剪貼簿中的管線沒有節點。</translation>
    </message>
    <message>
        <source>Groups and notes are not connected, nodes are.</source>
        <translation>群組與註解不能連接，只有節點可以。</translation>
    </message>
    <message>
        <source>%1 never ends, so nothing can wait for it.</source>
        <translation>%1 永不結束，因此沒有項目能等待它。</translation>
    </message>
    <message>
        <source>This would be a circle: %1 comes after %2 already.</source>
        <translation>這會形成循環：%1 已在 %2 之後。</translation>
    </message>
    <message>
        <source>The document cannot be read and so not be edited.</source>
        <translation>文件無法讀取，因此無法編輯。</translation>
    </message>
    <message>
        <source>Somebody else has changed the file. Nothing is written.</source>
        <translation>其他人已變更此檔案。不會寫入任何內容。</translation>
    </message>
    <message>
        <source>Take what is on the disk</source>
        <translation>採用磁碟上的內容</translation>
    </message>
    <message>
        <source>Edit the text</source>
        <translation>編輯文字</translation>
    </message>
    <message>
        <source>Unsaved work cannot be written to the disk. It stays in memory and is tried again.</source>
        <translation>未儲存的內容無法寫入磁碟。會留在記憶體並再次嘗試。</translation>
    </message>
    <message>
        <source>There is no such pipeline in the file.</source>
        <translation>檔案中沒有這個管線。</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>沒有這個檔案。</translation>
    </message>
    <message>
        <source>Everything that changes is left out.</source>
        <translation>所有變更都已略過。</translation>
    </message>
    <message>
        <source>No service of the profile is the connection %1.</source>
        <translation>設定檔中沒有對應連線 %1 的服務。</translation>
    </message>
    <message>
        <source>%1 cannot be looked into from here.</source>
        <translation>無法從這裡查看 %1 的內容。</translation>
    </message>
    <message>
        <source>No topic is connected to %1 yet.</source>
        <translation>還沒有主題連接至 %1。</translation>
    </message>
    <message>
        <source>%1 names no topic yet.</source>
        <translation>%1 尚未指定主題。</translation>
    </message>
    <message>
        <source>Tables of %1 cannot be looked at from here.</source>
        <translation>無法從這裡查看 %1 的資料表。</translation>
    </message>
    <message>
        <source>%1 names no table yet.</source>
        <translation>%1 尚未指定資料表。</translation>
    </message>
    <message>
        <source>The profile names no supervisor of streaming jobs.</source>
        <translation>設定檔未指定串流作業的 supervisor。</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation>
            <numerusform>%n 個節點</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edge(s)</source>
        <translation>
            <numerusform>%n 條連線</numerusform>
        </translation>
    </message>
    <message>
        <source>No name and no table is there twice</source>
        <translation>沒有重複的名稱或資料表</translation>
    </message>
    <message>
        <source>Settings are complete, and %1 %2 has them</source>
        <translation>設定完整，且 %1 %2 都支援</translation>
    </message>
    <message>
        <source>Each environment has its values</source>
        <translation>每個環境都有值</translation>
    </message>
    <message numerus="yes">
        <source>%n environment(s)</source>
        <translation>
            <numerusform>%n 個環境</numerusform>
        </translation>
    </message>
    <message>
        <source>Every edge fits both its ends</source>
        <translation>每條連線都符合兩端</translation>
    </message>
    <message>
        <source>Every input that is needed has an edge</source>
        <translation>每個需要的輸入都有連線</translation>
    </message>
    <message>
        <source>Nothing waits for itself</source>
        <translation>沒有任何東西在等待自己</translation>
    </message>
    <message>
        <source>The worst case keeps every limit</source>
        <translation>最壞情況仍符合所有限制</translation>
    </message>
    <message numerus="yes">
        <source>%n limit(s)</source>
        <translation>
            <numerusform>%n 項限制</numerusform>
        </translation>
    </message>
    <message>
        <source>Something waits for every check</source>
        <translation>每項檢查都有後續在等待</translation>
    </message>
    <message numerus="yes">
        <source>%n check(s)</source>
        <translation>
            <numerusform>%n 項檢查</numerusform>
        </translation>
    </message>
    <message>
        <source>Every column that is read is there</source>
        <translation>讀取的每個欄位都存在</translation>
    </message>
    <message numerus="yes">
        <source>%n of your own kinds of nodes cannot be used.</source>
        <translation>
            <numerusform>您自訂的節點種類有 %n 個無法使用。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>postgres</name>
    <message>
        <source>Session %1 is gone.</source>
        <translation>工作階段 %1 已不在。</translation>
    </message>
    <message>
        <source>No query runs that could be cancelled.</source>
        <translation>沒有執行中的查詢可以取消。</translation>
    </message>
    <message>
        <source>The role must be a member of pg_signal_backend.</source>
        <translation>角色必須是 pg_signal_backend 的成員。</translation>
    </message>
    <message>
        <source>Terminate…</source>
        <translation>中止…</translation>
    </message>
    <message>
        <source>Terminate session %1 (%2)?</source>
        <translation>要中止工作階段 %1（%2）嗎？</translation>
    </message>
    <message>
        <source>Its connection ends and its open transaction is rolled back.</source>
        <translation>它的連線會結束，進行中的交易會回復。</translation>
    </message>
    <message>
        <source>Terminate</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Cancel query</source>
        <translation>取消查詢</translation>
    </message>
    <message>
        <source>Cancel the query of session %1 (%2)?</source>
        <translation>要取消工作階段 %1（%2）的查詢嗎？</translation>
    </message>
    <message>
        <source>The query fails; the session and its connection stay.</source>
        <translation>查詢會失敗；工作階段與連線會保留。</translation>
    </message>
    <message>
        <source>Transaction open for</source>
        <translation>交易已進行</translation>
    </message>
    <message>
        <source>Sessions that wait for it</source>
        <translation>等待它的工作階段</translation>
    </message>
    <message>
        <source>Last query</source>
        <translation>上次查詢</translation>
    </message>
    <message>
        <source>Writes are off for this connection.</source>
        <translation>這個連線已關閉寫入。</translation>
    </message>
    <message>
        <source>The session was already gone.</source>
        <translation>工作階段早已不在。</translation>
    </message>
    <message>
        <source>Truncate…</source>
        <translation>清空…</translation>
    </message>
    <message>
        <source>Truncate %1?</source>
        <translation>要清空 %1 嗎？</translation>
    </message>
    <message>
        <source>All rows are removed at once. Readers wait until it is done.</source>
        <translation>所有列會一次移除。讀取者要等到完成。</translation>
    </message>
    <message>
        <source>Truncate</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Drop…</source>
        <translation>刪除…</translation>
    </message>
    <message>
        <source>Drop %1?</source>
        <translation>要刪除 %1 嗎？</translation>
    </message>
    <message>
        <source>It is refused while other objects depend on it.</source>
        <translation>仍有其他物件相依時會被拒絕。</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>Drop with everything that depends on it…</source>
        <translation>連同所有相依物件刪除…</translation>
    </message>
    <message>
        <source>Drop %1 and its dependents?</source>
        <translation>要刪除 %1 與相依物件嗎？</translation>
    </message>
    <message>
        <source>Every dependent object is dropped with it.</source>
        <translation>每個相依物件都會一併刪除。</translation>
    </message>
    <message>
        <source>Drop all</source>
        <translation>全部刪除</translation>
    </message>
    <message>
        <source>Analyze</source>
        <translation>分析</translation>
    </message>
    <message>
        <source>Analyze %1?</source>
        <translation>要分析 %1 嗎？</translation>
    </message>
    <message>
        <source>Reads a sample of the rows and renews the planner&apos;s estimates.</source>
        <translation>讀取部分列作為樣本，更新規劃器的估計值。</translation>
    </message>
    <message>
        <source>Vacuum</source>
        <translation>VACUUM</translation>
    </message>
    <message>
        <source>Vacuum %1?</source>
        <translation>要對 %1 執行 VACUUM 嗎？</translation>
    </message>
    <message>
        <source>Dead rows become free space. Reads and writes go on.</source>
        <translation>無效列變成可用空間。讀取與寫入照常進行。</translation>
    </message>
    <message>
        <source>Rebuild</source>
        <translation>重建</translation>
    </message>
    <message>
        <source>Rebuild %1?</source>
        <translation>要重建 %1 嗎？</translation>
    </message>
    <message>
        <source>Built beside the old one, then swapped. Reads and writes go on.</source>
        <translation>在舊索引旁建好後再交換。讀取與寫入照常進行。</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>重新整理</translation>
    </message>
    <message>
        <source>Refresh %1?</source>
        <translation>要重新整理 %1 嗎？</translation>
    </message>
    <message>
        <source>Its query runs again. Readers wait until it is done.</source>
        <translation>它的查詢會再執行一次。讀取者要等到完成。</translation>
    </message>
    <message>
        <source>Refresh, readers go on</source>
        <translation>重新整理，讀取照常</translation>
    </message>
    <message>
        <source>Refresh %1 without blocking readers?</source>
        <translation>要在不阻擋讀取下重新整理 %1 嗎？</translation>
    </message>
    <message>
        <source>Slower, and needs a unique index.</source>
        <translation>較慢，且需要唯一索引。</translation>
    </message>
    <message>
        <source>Rows, estimate</source>
        <translation>列數，估計</translation>
    </message>
    <message>
        <source>Dead rows</source>
        <translation>無效列</translation>
    </message>
    <message>
        <source>Size on disk</source>
        <translation>磁碟上的大小</translation>
    </message>
    <message>
        <source>Dependent objects</source>
        <translation>相依物件</translation>
    </message>
    <message>
        <source>Functions that name it and fail at their next run</source>
        <translation>提到它、下次執行會失敗的函式</translation>
    </message>
    <message>
        <source>All %1 connections this service may use are taken. Close an editor or raise the option maxConnections.</source>
        <translation>這個服務可用的 %1 個連線都已占用。請關閉編輯器，或調高選項 maxConnections。</translation>
    </message>
    <message>
        <source>The server does not answer; check host, port and network.</source>
        <translation>伺服器沒有回應；請檢查主機、連接埠與網路。</translation>
    </message>
    <message>
        <source>Check user and password of this connection.</source>
        <translation>請檢查這個連線的使用者與密碼。</translation>
    </message>
    <message>
        <source>All connections of the server are in use.</source>
        <translation>伺服器的所有連線都在使用中。</translation>
    </message>
    <message>
        <source>Check the database name of this connection.</source>
        <translation>請檢查這個連線的資料庫名稱。</translation>
    </message>
    <message>
        <source>Another session holds a lock; see the lock view.</source>
        <translation>另一個工作階段持有鎖定；請看鎖定檢視。</translation>
    </message>
    <message>
        <source>The role lacks the right to do this.</source>
        <translation>角色沒有這項權限。</translation>
    </message>
    <message>
        <source>The session or the role is read-only.</source>
        <translation>工作階段或角色是唯讀的。</translation>
    </message>
    <message>
        <source>Check the TLS mode and the certificates of this connection.</source>
        <translation>請檢查這個連線的 TLS 模式與憑證。</translation>
    </message>
    <message>
        <source>The server asks for a password.</source>
        <translation>伺服器要求密碼。</translation>
    </message>
    <message>
        <source>No server listens there; check host and port.</source>
        <translation>那裡沒有伺服器在監聽；請檢查主機與連接埠。</translation>
    </message>
    <message>
        <source>The statement writes; analyze it inside a rollback.</source>
        <translation>這個陳述式會寫入；請在會回復的交易中分析。</translation>
    </message>
    <message>
        <source>End the open transaction first.</source>
        <translation>請先結束進行中的交易。</translation>
    </message>
    <message>
        <source>%1 waits for a lock</source>
        <translation>%1 在等待鎖定</translation>
    </message>
    <message>
        <source>Statement of %1 runs for %2 s</source>
        <translation>%1 的陳述式已執行 %2 秒</translation>
    </message>
    <message numerus="yes">
        <source>%n deadlock(s)</source>
        <translation>
            <numerusform>%n 次死結</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 connections are in use.</source>
        <translation>%2 個連線中有 %1 個在使用。</translation>
    </message>
    <message>
        <source>Transactions</source>
        <translation>交易</translation>
    </message>
    <message>
        <source>Rollbacks</source>
        <translation>回復次數</translation>
    </message>
    <message>
        <source>Rows read</source>
        <translation>讀取的列</translation>
    </message>
    <message>
        <source>Rows written</source>
        <translation>寫入的列</translation>
    </message>
    <message>
        <source>Deadlocks</source>
        <translation>死結</translation>
    </message>
    <message>
        <source>Spilled to temporary files</source>
        <translation>溢寫到暫存檔</translation>
    </message>
    <message>
        <source>Cache hit ratio</source>
        <translation>快取命中率</translation>
    </message>
    <message>
        <source>Database size</source>
        <translation>資料庫大小</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>連線</translation>
    </message>
    <message>
        <source>Active sessions</source>
        <translation>作用中的工作階段</translation>
    </message>
    <message>
        <source>Idle in transaction</source>
        <translation>交易中閒置</translation>
    </message>
    <message>
        <source>Sessions waiting for a lock</source>
        <translation>等待鎖定的工作階段</translation>
    </message>
    <message>
        <source>Replication lag</source>
        <translation>複寫延遲</translation>
    </message>
    <message>
        <source>Table size</source>
        <translation>資料表大小</translation>
    </message>
    <message>
        <source>Table writes</source>
        <translation>資料表寫入</translation>
    </message>
    <message>
        <source>%1 runs SQL that is hidden in a text.</source>
        <translation>%1 會執行藏在文字裡的 SQL。</translation>
    </message>
    <message>
        <source>%1 runs with the rights of its owner.</source>
        <translation>%1 以擁有者的權限執行。</translation>
    </message>
    <message>
        <source>%1 is a function of this database; what it does is not known.</source>
        <translation>%1 是這個資料庫的函式；不清楚它會做什麼。</translation>
    </message>
    <message>
        <source>Reading %1 starts a program on the server.</source>
        <translation>讀取 %1 會在伺服器上啟動程式。</translation>
    </message>
    <message>
        <source>%1 may change something or reach outside the database.</source>
        <translation>%1 可能會更動內容，或觸及資料庫之外。</translation>
    </message>
    <message>
        <source>The statement is unfinished or spells a name with escapes.</source>
        <translation>陳述式未完成，或以跳脫字元拼寫名稱。</translation>
    </message>
    <message>
        <source>Transactions are opened and closed by the guard itself.</source>
        <translation>交易由防護機制自行開始與結束。</translation>
    </message>
    <message>
        <source>%1 is not one of the statements that only read.</source>
        <translation>%1 不是只讀取的陳述式。</translation>
    </message>
    <message>
        <source>The query writes.</source>
        <translation>這個查詢會寫入。</translation>
    </message>
    <message>
        <source>The query locks the rows it reads.</source>
        <translation>這個查詢會鎖定它讀取的列。</translation>
    </message>
    <message>
        <source>All %1 connections this service may use are taken.</source>
        <translation>這個服務可用的 %1 個連線都已占用。</translation>
    </message>
    <message>
        <source>Save a value to %1</source>
        <translation>將值儲存到 %1</translation>
    </message>
    <message>
        <source>The row is not there any more.</source>
        <translation>這一列已不存在。</translation>
    </message>
    <message>
        <source>%1 bytes written</source>
        <translation>已寫入 %1 位元組</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>資料庫</translation>
    </message>
    <message>
        <source>Empty: the one named like the user.</source>
        <translation>留空：與使用者同名的資料庫。</translation>
    </message>
    <message>
        <source>Port of the socket</source>
        <translation>socket 的連接埠</translation>
    </message>
    <message>
        <source>For an address that is the folder of a unix socket.</source>
        <translation>位址是 unix socket 的資料夾時使用。</translation>
    </message>
    <message>
        <source>Use PG* variables and ~/.pgpass</source>
        <translation>使用 PG* 變數與 ~/.pgpass</translation>
    </message>
    <message>
        <source>Give up connecting after</source>
        <translation>放棄連線前等待</translation>
    </message>
    <message>
        <source>Connections at most</source>
        <translation>連線數上限</translation>
    </message>
    <message>
        <source>Three are for the catalogue, the facets and the lock view.</source>
        <translation>其中三個用於目錄、觀測資料與鎖定檢視。</translation>
    </message>
    <message>
        <source>COPY … FROM STDIN cannot be typed here; use the import.</source>
        <translation>COPY … FROM STDIN 不能在這裡輸入；請使用匯入。</translation>
    </message>
    <message>
        <source>Row %1 is longer than 256 MB. What came before it is kept.</source>
        <translation>第 %1 列超過 256 MB。在它之前的列會保留。</translation>
    </message>
    <message>
        <source>The parameter %1 has no value.</source>
        <translation>參數 %1 沒有值。</translation>
    </message>
    <message>
        <source>Writes are off again. The open transaction may only be committed or rolled back.</source>
        <translation>寫入已再次關閉。進行中的交易只能提交或回復。</translation>
    </message>
    <message>
        <source>The address must be host:port or the path of a socket.</source>
        <translation>位址必須是 host:port 或 socket 的路徑。</translation>
    </message>
    <message>
        <source>The connection ended during the COMMIT: the transaction may be committed or rolled back.</source>
        <translation>連線在 COMMIT 期間中斷：交易可能已提交，也可能已回復。</translation>
    </message>
    <message>
        <source>The open transaction is gone: its connection ended, and the server rolled back what was not committed.</source>
        <translation>進行中的交易已不存在：其連線已中斷，伺服器已回復尚未提交的內容。</translation>
    </message>
    <message>
        <source>Not sent: the open transaction is gone. Its connection ended, and the server rolled back what was not committed. The next statement starts on a new connection.</source>
        <translation>未送出：進行中的交易已不存在。其連線已中斷，伺服器已回復尚未提交的內容。下一個陳述式將在新的連線上開始。</translation>
    </message>
    <message>
        <source>The server knew of no open transaction any more: nothing was committed.</source>
        <translation>伺服器上已沒有進行中的交易：沒有任何內容被提交。</translation>
    </message>
</context>
<context>
    <name>queue</name>
    <message>
        <source>Close the quotes, and leave a space after them.</source>
        <translation>請補上引號，並在其後留一個空格。</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>佇列</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>鍵</translation>
    </message>
    <message>
        <source>It changes the server, and this connection may not write now.</source>
        <translation>它會更動伺服器，而這個連線現在不得寫入。</translation>
    </message>
    <message>
        <source>The connection broke in the middle of an answer.</source>
        <translation>連線在回應途中中斷。</translation>
    </message>
    <message>
        <source>The server closed the connection.</source>
        <translation>伺服器關閉了連線。</translation>
    </message>
    <message>
        <source>Somebody else changed it meanwhile. Load it again, then decide.</source>
        <translation>期間有其他人改過。請重新載入後再決定。</translation>
    </message>
    <message>
        <source>Only commands that read are sent without asking.</source>
        <translation>只有讀取的指令會不經詢問就送出。</translation>
    </message>
    <message>
        <source>Run command…</source>
        <translation>執行指令…</translation>
    </message>
    <message>
        <source>Run this command?</source>
        <translation>要執行這個指令嗎？</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>執行</translation>
    </message>
    <message>
        <source>Clear slow log…</source>
        <translation>清除慢速日誌…</translation>
    </message>
    <message>
        <source>Clear the slow log?</source>
        <translation>要清除慢速日誌嗎？</translation>
    </message>
    <message>
        <source>Its entries are gone for everybody.</source>
        <translation>所有人都會看不到這些條目。</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Change threshold…</source>
        <translation>變更門檻…</translation>
    </message>
    <message>
        <source>Change what counts as slow?</source>
        <translation>要變更慢速門檻嗎？</translation>
    </message>
    <message>
        <source>It holds for everybody until the server starts again.</source>
        <translation>對所有人生效，直到伺服器重新啟動。</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>變更</translation>
    </message>
    <message>
        <source>The connection was removed meanwhile.</source>
        <translation>期間連線已被移除。</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>資料庫</translation>
    </message>
    <message>
        <source>The number of the database, as in SELECT.</source>
        <translation>資料庫編號，與 SELECT 相同。</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>分隔符號</translation>
    </message>
    <message>
        <source>What parts the names of keys into levels of the tree.</source>
        <translation>把鍵的名稱分成樹狀層級的符號。</translation>
    </message>
    <message>
        <source>Time to connect</source>
        <translation>連線逾時</translation>
    </message>
    <message>
        <source>How long to wait for the server when connecting.</source>
        <translation>連線時等待伺服器多久。</translation>
    </message>
    <message>
        <source>ssh configuration</source>
        <translation>ssh 設定</translation>
    </message>
    <message>
        <source>A file to use instead of ~/.ssh/config.</source>
        <translation>用來取代 ~/.ssh/config 的檔案。</translation>
    </message>
    <message>
        <source>%1 took %2 ms</source>
        <translation>%1 花了 %2 ms</translation>
    </message>
    <message>
        <source>The server started again</source>
        <translation>伺服器重新啟動了</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) evicted</source>
        <translation>
            <numerusform>逐出了 %n 個鍵</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) rejected</source>
        <translation>
            <numerusform>拒絕了 %n 個連線</numerusform>
        </translation>
    </message>
    <message>
        <source>The last snapshot could not be written.</source>
        <translation>上一次快照無法寫入。</translation>
    </message>
    <message>
        <source>The append-only file cannot be written.</source>
        <translation>無法寫入 append-only 檔案。</translation>
    </message>
    <message>
        <source>The link to the primary is down.</source>
        <translation>與主節點的連結中斷。</translation>
    </message>
    <message>
        <source>The memory limit was changed</source>
        <translation>記憶體上限已變更</translation>
    </message>
    <message>
        <source>Type a command.</source>
        <translation>請輸入指令。</translation>
    </message>
    <message>
        <source>Its answer may hold passwords.</source>
        <translation>它的回應可能含有密碼。</translation>
    </message>
    <message>
        <source>It runs code, blocks, or changes the connection or the server itself.</source>
        <translation>它會執行程式碼、阻塞，或更動連線或伺服器本身。</translation>
    </message>
    <message>
        <source>KEYS stops the server for everybody. Use the key tree or SCAN.</source>
        <translation>KEYS 會讓所有人的伺服器停住。請用鍵樹或 SCAN。</translation>
    </message>
    <message>
        <source>Waiting reads would hold up this connection.</source>
        <translation>等待式讀取會卡住這個連線。</translation>
    </message>
    <message>
        <source>SAMPLES 0 visits every element and stops the server meanwhile.</source>
        <translation>SAMPLES 0 會走訪每個元素，期間伺服器會停住。</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Reads</source>
        <translation>讀取</translation>
    </message>
    <message>
        <source>Writes</source>
        <translation>寫入</translation>
    </message>
    <message>
        <source>Memory used</source>
        <translation>已用記憶體</translation>
    </message>
    <message>
        <source>Memory resident</source>
        <translation>常駐記憶體</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>用戶端</translation>
    </message>
    <message>
        <source>Clients waiting</source>
        <translation>等待中的用戶端</translation>
    </message>
    <message>
        <source>Key hits</source>
        <translation>鍵命中</translation>
    </message>
    <message>
        <source>Key misses</source>
        <translation>鍵未命中</translation>
    </message>
    <message>
        <source>Hit ratio since start</source>
        <translation>啟動以來的命中率</translation>
    </message>
    <message>
        <source>Evicted keys</source>
        <translation>逐出的鍵</translation>
    </message>
    <message>
        <source>Expired keys</source>
        <translation>過期的鍵</translation>
    </message>
    <message>
        <source>Bytes received</source>
        <translation>接收位元組</translation>
    </message>
    <message>
        <source>Bytes sent</source>
        <translation>傳送位元組</translation>
    </message>
    <message>
        <source>Replica lag</source>
        <translation>複本延遲</translation>
    </message>
    <message>
        <source>Memory fragmentation</source>
        <translation>記憶體碎片化</translation>
    </message>
    <message>
        <source>Rejected connections</source>
        <translation>遭拒的連線</translation>
    </message>
    <message>
        <source>The server is loading its data.</source>
        <translation>伺服器正在載入資料。</translation>
    </message>
    <message>
        <source>Memory is at its limit.</source>
        <translation>記憶體已達上限。</translation>
    </message>
    <message>
        <source>Nearly all connections are taken.</source>
        <translation>連線幾乎用盡。</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) deleted</source>
        <translation>
            <numerusform>已刪除 %n 個鍵</numerusform>
        </translation>
    </message>
    <message>
        <source>Keys deleted</source>
        <translation>刪除的鍵</translation>
    </message>
    <message>
        <source>Elements in them</source>
        <translation>其中的元素</translation>
    </message>
    <message>
        <source>Memory freed, about</source>
        <translation>約可釋放的記憶體</translation>
    </message>
    <message>
        <source>Set time to live…</source>
        <translation>設定存留時間…</translation>
    </message>
    <message>
        <source>Set the time to live of %1?</source>
        <translation>要設定 %1 的存留時間嗎？</translation>
    </message>
    <message>
        <source>The key is deleted by the server when it has passed.</source>
        <translation>時間到時伺服器會刪除這個鍵。</translation>
    </message>
    <message>
        <source>Set time to live</source>
        <translation>設定存留時間</translation>
    </message>
    <message>
        <source>Keep for ever</source>
        <translation>永久保留</translation>
    </message>
    <message>
        <source>Keep %1 for ever?</source>
        <translation>要永久保留 %1 嗎？</translation>
    </message>
    <message>
        <source>Its time to live is removed.</source>
        <translation>它的存留時間會移除。</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重新命名…</translation>
    </message>
    <message>
        <source>Rename %1 to %2?</source>
        <translation>要將 %1 重新命名為 %2 嗎？</translation>
    </message>
    <message>
        <source>Nothing happens when the new name is taken.</source>
        <translation>新名稱已被使用時，什麼都不會發生。</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重新命名</translation>
    </message>
    <message>
        <source>A key of the new name is there already.</source>
        <translation>已經有這個新名稱的鍵。</translation>
    </message>
    <message>
        <source>Copy…</source>
        <translation>複製…</translation>
    </message>
    <message>
        <source>Copy %1 to %2?</source>
        <translation>要將 %1 複製到 %2 嗎？</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>刪除…</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>要刪除 %1 嗎？</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n key(s)?</source>
        <translation>
            <numerusform>要刪除 %n 個鍵嗎？</numerusform>
        </translation>
    </message>
    <message>
        <source>The values are gone; the server keeps no copy.</source>
        <translation>這些值會消失；伺服器不留副本。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>Delete these keys…</source>
        <translation>刪除這些鍵…</translation>
    </message>
    <message>
        <source>Delete all keys that begin with %1?</source>
        <translation>要刪除所有以 %1 開頭的鍵嗎？</translation>
    </message>
    <message>
        <source>They are found by SCAN and deleted in steps of 200; it can be stopped in between.</source>
        <translation>以 SCAN 尋找，每 200 個一批刪除；中途可以停止。</translation>
    </message>
    <message>
        <source>Delete keys</source>
        <translation>刪除鍵</translation>
    </message>
    <message>
        <source>Keys found so far</source>
        <translation>目前找到的鍵</translation>
    </message>
    <message>
        <source>Entries added to %1</source>
        <translation>新增到 %1 的條目</translation>
    </message>
    <message>
        <source>Read this value in windows instead of as a whole.</source>
        <translation>請分段讀取這個值，不要整個讀取。</translation>
    </message>
    <message>
        <source>This does not answer like a Redis server. Check address and TLS.</source>
        <translation>回應不像 Redis 伺服器。請檢查位址與 TLS。</translation>
    </message>
    <message>
        <source>Check user and password of this connection.</source>
        <translation>請檢查這個連線的使用者與密碼。</translation>
    </message>
    <message>
        <source>The server&apos;s access rules do not allow this for the user.</source>
        <translation>伺服器的存取規則不允許這個使用者這麼做。</translation>
    </message>
    <message>
        <source>This is a replica. Connect to its primary to write.</source>
        <translation>這是複本。要寫入請連到它的主節點。</translation>
    </message>
    <message>
        <source>The server is busy. It is asked again by itself.</source>
        <translation>伺服器忙碌中。會自動再次詢問。</translation>
    </message>
    <message>
        <source>The key lives on another node of the cluster.</source>
        <translation>這個鍵在叢集的另一個節點上。</translation>
    </message>
    <message>
        <source>The server takes no more connections (maxclients).</source>
        <translation>伺服器不再接受連線（maxclients）。</translation>
    </message>
    <message>
        <source>Is the server running, and is address and port right?</source>
        <translation>伺服器有在執行嗎？位址與連接埠正確嗎？</translation>
    </message>
    <message>
        <source>Is there a firewall in between, or is the host down?</source>
        <translation>中間有防火牆，或主機沒有開機嗎？</translation>
    </message>
    <message>
        <source>Write the address as host:port or as a socket&apos;s path.</source>
        <translation>位址請寫成 host:port 或 socket 的路徑。</translation>
    </message>
    <message>
        <source>The host name %1 is not known here.</source>
        <translation>這裡找不到主機名稱 %1。</translation>
    </message>
    <message>
        <source>Acknowledge…</source>
        <translation>確認…</translation>
    </message>
    <message numerus="yes">
        <source>Acknowledge %n pending entries?</source>
        <translation>
            <numerusform>要確認 %n 筆待確認條目嗎？</numerusform>
        </translation>
    </message>
    <message>
        <source>The group counts them as done; no consumer gets them again.</source>
        <translation>群組會視為已完成；不會再遞送給任何消費者。</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>Claim…</source>
        <translation>認領…</translation>
    </message>
    <message numerus="yes">
        <source>Give %n pending entries to %1?</source>
        <translation>
            <numerusform>要將 %n 筆待確認條目交給 %1 嗎？</numerusform>
        </translation>
    </message>
    <message>
        <source>Entries somebody else touched in the meantime stay where they are.</source>
        <translation>期間被其他人動過的條目會留在原處。</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>認領</translation>
    </message>
    <message numerus="yes">
        <source>%n entries claimed</source>
        <translation>
            <numerusform>已認領 %n 筆條目</numerusform>
        </translation>
    </message>
    <message>
        <source>Add consumer group…</source>
        <translation>新增消費者群組…</translation>
    </message>
    <message>
        <source>Add the consumer group %1 to %2?</source>
        <translation>要將消費者群組 %1 新增到 %2 嗎？</translation>
    </message>
    <message>
        <source>Add group</source>
        <translation>新增群組</translation>
    </message>
    <message>
        <source>Delete consumer group…</source>
        <translation>刪除消費者群組…</translation>
    </message>
    <message>
        <source>Delete the consumer group %1 of %2?</source>
        <translation>要刪除 %2 的消費者群組 %1 嗎？</translation>
    </message>
    <message>
        <source>Its position and its pending entries are forgotten.</source>
        <translation>它的位置與待確認條目都會遺失。</translation>
    </message>
    <message>
        <source>Delete group</source>
        <translation>刪除群組</translation>
    </message>
    <message>
        <source>Pending entries forgotten</source>
        <translation>遺失的待確認條目</translation>
    </message>
    <message>
        <source>Consumers</source>
        <translation>消費者</translation>
    </message>
    <message>
        <source>Save value</source>
        <translation>儲存值</translation>
    </message>
    <message>
        <source>Save the new value of %1?</source>
        <translation>要儲存 %1 的新值嗎？</translation>
    </message>
    <message>
        <source>Save field</source>
        <translation>儲存欄位</translation>
    </message>
    <message>
        <source>Save the field %1 of %2?</source>
        <translation>要儲存 %2 的欄位 %1 嗎？</translation>
    </message>
    <message>
        <source>Delete field</source>
        <translation>刪除欄位</translation>
    </message>
    <message>
        <source>Delete the field %1 of %2?</source>
        <translation>要刪除 %2 的欄位 %1 嗎？</translation>
    </message>
    <message>
        <source>Save item</source>
        <translation>儲存項目</translation>
    </message>
    <message>
        <source>Save item %1 of %2?</source>
        <translation>要儲存 %2 的項目 %1 嗎？</translation>
    </message>
    <message>
        <source>Add at the front</source>
        <translation>新增到開頭</translation>
    </message>
    <message>
        <source>Add an item at the front of %1?</source>
        <translation>要在 %1 的開頭新增項目嗎？</translation>
    </message>
    <message>
        <source>Add at the end</source>
        <translation>新增到結尾</translation>
    </message>
    <message>
        <source>Add an item at the end of %1?</source>
        <translation>要在 %1 的結尾新增項目嗎？</translation>
    </message>
    <message>
        <source>Delete item</source>
        <translation>刪除項目</translation>
    </message>
    <message>
        <source>Delete item %1 of %2?</source>
        <translation>要刪除 %2 的項目 %1 嗎？</translation>
    </message>
    <message>
        <source>Add member</source>
        <translation>新增成員</translation>
    </message>
    <message>
        <source>Add a member to %1?</source>
        <translation>要在 %1 新增成員嗎？</translation>
    </message>
    <message>
        <source>Delete member</source>
        <translation>刪除成員</translation>
    </message>
    <message>
        <source>Delete the member %1 of %2?</source>
        <translation>要刪除 %2 的成員 %1 嗎？</translation>
    </message>
    <message>
        <source>Save score</source>
        <translation>儲存分數</translation>
    </message>
    <message>
        <source>Save the score of %1 in %2?</source>
        <translation>要儲存 %2 中 %1 的分數嗎？</translation>
    </message>
    <message>
        <source>Add entry</source>
        <translation>新增條目</translation>
    </message>
    <message>
        <source>Add an entry to %1?</source>
        <translation>要在 %1 新增條目嗎？</translation>
    </message>
    <message>
        <source>Delete entry</source>
        <translation>刪除條目</translation>
    </message>
    <message>
        <source>Delete the entry %1 of %2?</source>
        <translation>要刪除 %2 的條目 %1 嗎？</translation>
    </message>
    <message>
        <source>Nothing is sent when somebody else changed it meanwhile.</source>
        <translation>期間有其他人改過時，什麼都不會送出。</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>主控台</translation>
    </message>
    <message>
        <source>Every key of every database of this server is deleted for good.</source>
        <translation>此伺服器所有資料庫的所有鍵都會永久刪除。</translation>
    </message>
    <message>
        <source>Every key of this database is deleted for good.</source>
        <translation>此資料庫的所有鍵都會永久刪除。</translation>
    </message>
    <message>
        <source>It changes the server. It runs as typed, and what it changes is not known beforehand.</source>
        <translation>它會變更伺服器。它會照輸入的內容執行，事先無法得知會變更什麼。</translation>
    </message>
    <message>
        <source>What somebody else saved meanwhile is lost.</source>
        <translation>其他人期間儲存的內容將會遺失。</translation>
    </message>
    <message>
        <source>Key browser, streams, groups</source>
        <translation>鍵瀏覽器,串流,群組,key browser,streams</translation>
    </message>
    <message>
        <source>Commands, terminal, command line</source>
        <translation>命令,終端機,命令列,console,terminal</translation>
    </message>
    <message>
        <source>It is made anew.</source>
        <translation>會重新建立。</translation>
    </message>
    <message>
        <source>No key begins so any more.</source>
        <translation>已經沒有以此開頭的鍵。</translation>
    </message>
    <message>
        <source>It had no time to live.</source>
        <translation>它原本就沒有存留時間。</translation>
    </message>
    <message>
        <source>%1 of %2 keys deleted; the others were gone already.</source>
        <translation>已刪除 %2 個鍵中的 %1 個；其餘的原本已不存在。</translation>
    </message>
    <message>
        <source>The key is gone: it was deleted, or its time had passed.</source>
        <translation>這個鍵已不存在：已被刪除，或存留時間已到。</translation>
    </message>
    <message>
        <source>It is gone: somebody else deleted it, or the time of the key passed.</source>
        <translation>它已不存在：已被其他人刪除，或鍵的存留時間已到。</translation>
    </message>
    <message>
        <source>The list is shorter by now; it has no item there.</source>
        <translation>清單現在變短了，那裡已沒有項目。</translation>
    </message>
    <message>
        <source>None of them was pending any more.</source>
        <translation>其中已沒有待確認的條目。</translation>
    </message>
    <message>
        <source>None was claimed: somebody else touched or acknowledged them meanwhile.</source>
        <translation>沒有認領任何條目：期間有其他人處理或確認過。</translation>
    </message>
    <message>
        <source>The group was gone already.</source>
        <translation>這個群組原本就已不存在。</translation>
    </message>
    <message>
        <source>It is a member already.</source>
        <translation>它已經是成員。</translation>
    </message>
    <message>
        <source>Add field</source>
        <translation>新增欄位</translation>
    </message>
    <message>
        <source>Add the field %1 to %2?</source>
        <translation>要在 %2 新增欄位 %1 嗎？</translation>
    </message>
    <message>
        <source>A field of that name is there already. Edit the existing one.</source>
        <translation>已有同名的欄位。請編輯現有的欄位。</translation>
    </message>
    <message>
        <source>It is a member already. Edit the score of the existing one.</source>
        <translation>它已經是成員。請編輯現有成員的分數。</translation>
    </message>
</context>
<context>
    <name>streams</name>
    <message>
        <source>Messages</source>
        <translation>訊息</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>位元組</translation>
    </message>
    <message>
        <source>New topic</source>
        <translation>新主題</translation>
    </message>
    <message>
        <source>Make the topic %1?</source>
        <translation>要建立主題 %1 嗎？</translation>
    </message>
    <message>
        <source>Its number of partitions can grow later, but not shrink.</source>
        <translation>分割區數量之後可以增加，但不能減少。</translation>
    </message>
    <message>
        <source>Make topic</source>
        <translation>建立主題</translation>
    </message>
    <message>
        <source>Add partitions</source>
        <translation>增加分割區</translation>
    </message>
    <message>
        <source>Give %1 more partitions?</source>
        <translation>要為 %1 增加分割區嗎？</translation>
    </message>
    <message>
        <source>Messages with a key go to other partitions from then on, so their order is not kept across the change. It cannot be taken back.</source>
        <translation>有鍵的訊息從此會進入其他分割區，因此變更前後的順序無法保持。此操作無法復原。</translation>
    </message>
    <message>
        <source>Partitions now</source>
        <translation>目前的分割區</translation>
    </message>
    <message>
        <source>Partitions then</source>
        <translation>之後的分割區</translation>
    </message>
    <message>
        <source>Change settings</source>
        <translation>變更設定</translation>
    </message>
    <message>
        <source>Change settings of %1?</source>
        <translation>要變更 %1 的設定嗎？</translation>
    </message>
    <message>
        <source>Only these settings change. A shorter retention deletes messages within minutes.</source>
        <translation>只會變更這些設定。縮短保留時間會在幾分鐘內刪除訊息。</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>變更</translation>
    </message>
    <message>
        <source>Delete messages</source>
        <translation>刪除訊息</translation>
    </message>
    <message>
        <source>Delete messages of %1?</source>
        <translation>要刪除 %1 的訊息嗎？</translation>
    </message>
    <message>
        <source>Everything before these offsets is gone for good, for every reader.</source>
        <translation>這些位移之前的所有內容對每個讀取者都會永久消失。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>Partitions</source>
        <translation>分割區</translation>
    </message>
    <message>
        <source>A partition is not there or has no leader now.</source>
        <translation>某個分割區不存在，或目前沒有領導者。</translation>
    </message>
    <message>
        <source>Delete topic</source>
        <translation>刪除主題</translation>
    </message>
    <message>
        <source>Delete the topic %1?</source>
        <translation>要刪除主題 %1 嗎？</translation>
    </message>
    <message>
        <source>All its messages and what groups have committed of it are gone for good.</source>
        <translation>其所有訊息以及各群組對它提交的位移都會永久消失。</translation>
    </message>
    <message>
        <source>Everybody who reads the topic gets them. They cannot be taken back.</source>
        <translation>讀取此主題的人都會收到這些訊息，無法收回。</translation>
    </message>
    <message>
        <source>%1 written</source>
        <translation>已寫入 %1 則</translation>
    </message>
    <message>
        <source>They keep key, value and headers and get a new offset and time. The old ones stay.</source>
        <translation>鍵、值與標頭保持不變，位移與時間會是新的。原有訊息保留。</translation>
    </message>
    <message>
        <source>This message is not kept any more.</source>
        <translation>這則訊息已不再保留。</translation>
    </message>
    <message>
        <source>The cluster tells clients to use the address %1, which does not answer from here.</source>
        <translation>叢集要用戶端使用位址 %1，但從這裡連不到。</translation>
    </message>
    <message>
        <source>Writing is off for this connection. Lift it first.</source>
        <translation>此連線已關閉寫入。請先解除。</translation>
    </message>
    <message>
        <source>This connection is protected: nothing is written over it.</source>
        <translation>此連線受保護：不會經由它寫入任何內容。</translation>
    </message>
    <message>
        <source>The connection was removed meanwhile.</source>
        <translation>連線在此期間已被移除。</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>登入方式</translation>
    </message>
    <message>
        <source>How user and password are told. Without a user nobody logs in.</source>
        <translation>使用者與密碼的傳送方式。沒有使用者時不登入。</translation>
    </message>
    <message>
        <source>Addresses instead</source>
        <translation>替代位址</translation>
    </message>
    <message>
        <source>Where brokers are that name themselves otherwise: kafka:9092=localhost:29092, …</source>
        <translation>以其他名稱公布自己的 broker 實際所在：kafka:9092=localhost:29092, …</translation>
    </message>
    <message>
        <source>Time to connect</source>
        <translation>連線時限</translation>
    </message>
    <message>
        <source>How long to wait for a broker when connecting.</source>
        <translation>連線時等待 broker 的時間。</translation>
    </message>
    <message>
        <source>ssh configuration</source>
        <translation>ssh 設定</translation>
    </message>
    <message>
        <source>A file to use instead of ~/.ssh/config.</source>
        <translation>用來取代 ~/.ssh/config 的檔案。</translation>
    </message>
    <message>
        <source>%1 has no leader</source>
        <translation>%1 沒有領導者</translation>
    </message>
    <message>
        <source>%1: broker %2 leads, was %3</source>
        <translation>%1：領導者為 broker %2，原為 %3</translation>
    </message>
    <message>
        <source>%1: %2 of %3 copies in sync</source>
        <translation>%1：%3 個複本中有 %2 個同步</translation>
    </message>
    <message>
        <source>%1: all copies in sync again</source>
        <translation>%1：所有複本已恢復同步</translation>
    </message>
    <message>
        <source>Broker %1 is gone</source>
        <translation>broker %1 已離線</translation>
    </message>
    <message>
        <source>Broker %1 is there</source>
        <translation>broker %1 已上線</translation>
    </message>
    <message>
        <source>%1 rebalances</source>
        <translation>%1 正在重新平衡</translation>
    </message>
    <message>
        <source>%1 has no members any more</source>
        <translation>%1 已沒有成員</translation>
    </message>
    <message>
        <source>Reset offsets</source>
        <translation>重設位移</translation>
    </message>
    <message>
        <source>Move the group %1?</source>
        <translation>要移動群組 %1 嗎？</translation>
    </message>
    <message>
        <source>Its consumers go on from the new offsets: what lies between is read again, or never.</source>
        <translation>其消費者會從新位移繼續：中間的內容會被重讀，或永遠不讀。</translation>
    </message>
    <message>
        <source>Save undo file and reset</source>
        <translation>儲存復原檔並重設</translation>
    </message>
    <message>
        <source>Undo file</source>
        <translation>復原檔</translation>
    </message>
    <message>
        <source>This undo file belongs to another cluster.</source>
        <translation>此復原檔屬於另一個叢集。</translation>
    </message>
    <message>
        <source>Take the reset back</source>
        <translation>復原重設</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Move the group %1 back?</source>
        <translation>要將群組 %1 移回嗎？</translation>
    </message>
    <message>
        <source>Each offset returns with its metadata; a partition without a commit has none again.</source>
        <translation>每個位移連同其中繼資料都會還原；原本沒有提交的分割區會再次沒有提交。</translation>
    </message>
    <message>
        <source>Delete group</source>
        <translation>刪除群組</translation>
    </message>
    <message>
        <source>Delete the group %1?</source>
        <translation>要刪除群組 %1 嗎？</translation>
    </message>
    <message>
        <source>What it has committed is forgotten. It begins anew where its consumers say.</source>
        <translation>它提交的內容會被遺忘，之後從其消費者指定的位置重新開始。</translation>
    </message>
    <message>
        <source>Forget offsets</source>
        <translation>遺忘位移</translation>
    </message>
    <message>
        <source>Forget what %1 has read of %2?</source>
        <translation>要遺忘 %1 對 %2 的讀取進度嗎？</translation>
    </message>
    <message>
        <source>The group begins anew with this topic where its consumers say.</source>
        <translation>群組會從其消費者指定的位置重新讀取此主題。</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>遺忘</translation>
    </message>
    <message>
        <source>The group has committed nothing of this topic.</source>
        <translation>群組對此主題沒有任何提交。</translation>
    </message>
    <message>
        <source>The broker lists this group but does not tell us its members.</source>
        <translation>broker 列出了此群組，但不告訴我們其成員。</translation>
    </message>
    <message numerus="yes">
        <source>%n partition(s) have no leader.</source>
        <translation>
            <numerusform>%n 個分割區沒有領導者。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n partition(s) lack copies in sync.</source>
        <translation>
            <numerusform>%n 個分割區缺少同步複本。</numerusform>
        </translation>
    </message>
    <message>
        <source>Write the brokers as host:port, several with commas between.</source>
        <translation>請將 broker 寫成 host:port，多個以逗號分隔。</translation>
    </message>
    <message>
        <source>It may expect TLS or a login there, or none. Check the port and the settings.</source>
        <translation>該處可能需要或不接受 TLS 或登入。請檢查連接埠與設定。</translation>
    </message>
    <message>
        <source>Is this a Kafka broker?</source>
        <translation>這是 Kafka broker 嗎？</translation>
    </message>
    <message>
        <source>The broker takes these logins: %1.</source>
        <translation>broker 接受這些登入方式：%1。</translation>
    </message>
    <message>
        <source>Check user, password and login mechanism.</source>
        <translation>請檢查使用者、密碼與登入方式。</translation>
    </message>
    <message>
        <source>This version of Kafka cannot do that.</source>
        <translation>此版本的 Kafka 無法這麼做。</translation>
    </message>
    <message>
        <source>Messages written</source>
        <translation>寫入的訊息</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>延遲量</translation>
    </message>
    <message>
        <source>Messages read</source>
        <translation>讀取的訊息</translation>
    </message>
    <message>
        <source>The group has members. Stop its consumers first.</source>
        <translation>群組有成員。請先停止其消費者。</translation>
    </message>
    <message>
        <source>A commit has moved meanwhile. Make the dry run once more.</source>
        <translation>提交在此期間已移動。請再試算一次。</translation>
    </message>
    <message>
        <source>Without its undo file the group is not moved.</source>
        <translation>沒有復原檔就不移動群組。</translation>
    </message>
    <message>
        <source>The dry run found partitions that cannot be moved now.</source>
        <translation>試算發現目前無法移動的分割區。</translation>
    </message>
    <message numerus="yes">
        <source>%n partition(s) moved</source>
        <translation>
            <numerusform>已移動 %n 個分割區</numerusform>
        </translation>
    </message>
    <message>
        <source>The group has read on since: taking the reset back would lose that.</source>
        <translation>群組之後已繼續讀取：復原重設會失去這些進度。</translation>
    </message>
    <message numerus="yes">
        <source>%n partition(s) moved back</source>
        <translation>
            <numerusform>已移回 %n 個分割區</numerusform>
        </translation>
    </message>
    <message>
        <source>The partition has no leader now: its brokers are away.</source>
        <translation>分割區目前沒有領導者：其 broker 不在線上。</translation>
    </message>
    <message>
        <source>Write a field as $.order.items[0].sku</source>
        <translation>請將欄位寫成 $.order.items[0].sku</translation>
    </message>
    <message>
        <source>This is not a regular expression.</source>
        <translation>這不是正規表示式。</translation>
    </message>
    <message>
        <source>The topic is not there, or this user may not see it.</source>
        <translation>主題不存在，或此使用者無權查看。</translation>
    </message>
    <message>
        <source>This user has no right to that on the topic.</source>
        <translation>此使用者對該主題沒有這項權限。</translation>
    </message>
    <message>
        <source>This user has no right to that on the group.</source>
        <translation>此使用者對該群組沒有這項權限。</translation>
    </message>
    <message>
        <source>This user has no right to that on the cluster.</source>
        <translation>此使用者對叢集沒有這項權限。</translation>
    </message>
    <message>
        <source>The cluster keeps no access rules: it has no authorizer.</source>
        <translation>叢集沒有存取規則：未設定授權器。</translation>
    </message>
    <message>
        <source>Messages written by Kafka before 0.11 are not read.</source>
        <translation>不讀取 Kafka 0.11 之前寫入的訊息。</translation>
    </message>
    <message>
        <source>Name the schema registry in the options of the connection.</source>
        <translation>請在連線選項中填寫 Schema Registry。</translation>
    </message>
    <message>
        <source>This is the beginning of a long value. Open it for all of it.</source>
        <translation>這是長值的開頭。開啟以查看全部。</translation>
    </message>
    <message>
        <source>Add rule…</source>
        <translation>加入規則…</translation>
    </message>
    <message>
        <source>Allow %1 on %2 to %3?</source>
        <translation>要允許 %3 對 %2 執行 %1 嗎？</translation>
    </message>
    <message>
        <source>Deny %1 on %2 to %3?</source>
        <translation>要拒絕 %3 對 %2 執行 %1 嗎？</translation>
    </message>
    <message>
        <source>It holds at once. A resource with rules is closed to all others.</source>
        <translation>立即生效。資源一旦有規則，就不再對其他人開放。</translation>
    </message>
    <message>
        <source>It holds at once, and goes before whatever is allowed.</source>
        <translation>立即生效，且優先於所有允許的規則。</translation>
    </message>
    <message>
        <source>Add rule</source>
        <translation>加入規則</translation>
    </message>
    <message>
        <source>Remove rules…</source>
        <translation>移除規則…</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n rules?</source>
        <translation>
            <numerusform>要移除 %n 條規則嗎？</numerusform>
        </translation>
    </message>
    <message>
        <source>Clients lose what they were allowed at once, and regain what they were denied.</source>
        <translation>用戶端會立即失去被允許的權限，並恢復被拒絕的權限。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>規則</translation>
    </message>
    <message numerus="yes">
        <source>%n rules were removed.</source>
        <translation>
            <numerusform>已移除 %n 條規則。</numerusform>
        </translation>
    </message>
    <message>
        <source>State now</source>
        <translation>目前狀態</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任務</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暫停</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>繼續</translation>
    </message>
    <message>
        <source>Pause the connector %1?</source>
        <translation>要暫停連接器 %1 嗎？</translation>
    </message>
    <message>
        <source>Resume the connector %1?</source>
        <translation>要繼續連接器 %1 嗎？</translation>
    </message>
    <message>
        <source>Its tasks stop reading and writing. They keep their places.</source>
        <translation>其任務會停止讀寫，並保留目前的位置。</translation>
    </message>
    <message>
        <source>Its tasks go on where they stopped.</source>
        <translation>其任務會從停止處繼續。</translation>
    </message>
    <message>
        <source>Restart what failed</source>
        <translation>重新啟動失敗的部分</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>重新啟動</translation>
    </message>
    <message>
        <source>Restart what failed of the connector %1?</source>
        <translation>要重新啟動連接器 %1 失敗的部分嗎？</translation>
    </message>
    <message>
        <source>Restart the connector %1 with all its tasks?</source>
        <translation>要重新啟動連接器 %1 與其所有任務嗎？</translation>
    </message>
    <message>
        <source>What a task has not committed yet is read again, and may be written twice.</source>
        <translation>任務尚未提交的內容會重讀，可能會寫入兩次。</translation>
    </message>
    <message>
        <source>Restart task</source>
        <translation>重新啟動任務</translation>
    </message>
    <message>
        <source>Restart task %1 of %2?</source>
        <translation>要重新啟動 %2 的任務 %1 嗎？</translation>
    </message>
    <message>
        <source>name: value, parted by semicolons. A value env:NAME is read from the environment and kept secret: Authorization: env:REGISTRY_LOGIN</source>
        <translation>name: value，以分號分隔。值 env:NAME 會從環境變數讀取並保密：Authorization: env:REGISTRY_LOGIN</translation>
    </message>
    <message>
        <source>Schema registry</source>
        <translation>Schema Registry</translation>
    </message>
    <message>
        <source>Address of the registry, with its path: http://localhost:8081, http://localhost:8080/apis/ccompat/v7</source>
        <translation>Schema Registry 的位址，含路徑：http://localhost:8081、http://localhost:8080/apis/ccompat/v7</translation>
    </message>
    <message>
        <source>Login at the registry</source>
        <translation>Schema Registry 的登入方式</translation>
    </message>
    <message>
        <source>service: with the user and password of the brokers.</source>
        <translation>service：使用 broker 的使用者與密碼。</translation>
    </message>
    <message>
        <source>Headers for the registry</source>
        <translation>Schema Registry 的標頭</translation>
    </message>
    <message>
        <source>Kafka Connect</source>
        <translation>Kafka Connect</translation>
    </message>
    <message>
        <source>Address of its REST API: http://localhost:8083. Several are parted by commas.</source>
        <translation>其 REST API 的位址：http://localhost:8083。多個以逗號分隔。</translation>
    </message>
    <message>
        <source>Login at Kafka Connect</source>
        <translation>Kafka Connect 的登入方式</translation>
    </message>
    <message>
        <source>Headers for Kafka Connect</source>
        <translation>Kafka Connect 的標頭</translation>
    </message>
    <message>
        <source>Register schema…</source>
        <translation>註冊綱要…</translation>
    </message>
    <message>
        <source>Register a schema for %1?</source>
        <translation>要為 %1 註冊綱要嗎？</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>註冊</translation>
    </message>
    <message>
        <source>Registered with number %1.</source>
        <translation>已註冊，編號 %1。</translation>
    </message>
    <message>
        <source>Set compatibility…</source>
        <translation>設定相容性…</translation>
    </message>
    <message>
        <source>Set the compatibility of the registry to %1?</source>
        <translation>要將 Schema Registry 的相容性設為 %1 嗎？</translation>
    </message>
    <message>
        <source>Set the compatibility of %1 to %2?</source>
        <translation>要將 %1 的相容性設為 %2 嗎？</translation>
    </message>
    <message>
        <source>Schemas that are registered from then on are checked by it. Those there stay as they are.</source>
        <translation>此後註冊的綱要會依此檢查。現有的綱要不變。</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Schemas of this type are not known.</source>
        <translation>不支援這種型別的綱要。</translation>
    </message>
    <message>
        <source>The options of the connection say how to log in there: with the user of the service, or by a header.</source>
        <translation>連線選項決定如何登入該處：使用服務的使用者，或使用標頭。</translation>
    </message>
    <message>
        <source>Is the address the one of the API, with its path?</source>
        <translation>位址是 API 的位址嗎？有包含路徑嗎？</translation>
    </message>
    <message>
        <source>Write headers as name: value, parted by semicolons.</source>
        <translation>標頭請寫成 name: value，以分號分隔。</translation>
    </message>
    <message>
        <source>The environment variable %1 of a header is not set.</source>
        <translation>標頭的環境變數 %1 未設定。</translation>
    </message>
    <message>
        <source>Write the address as http://host:port, with a path where there is one, and without user and password.</source>
        <translation>位址請寫成 http://host:port，有路徑時加上路徑，不含使用者與密碼。</translation>
    </message>
    <message>
        <source>The brokers have no authorizer: everybody may do everything. The setting is authorizer.class.name.</source>
        <translation>broker 沒有授權器：任何人都可做任何事。設定項目為 authorizer.class.name。</translation>
    </message>
    <message>
        <source>Kafka knows no such kind of resource.</source>
        <translation>Kafka 沒有這種資源。</translation>
    </message>
    <message>
        <source>Kafka knows no such operation.</source>
        <translation>Kafka 沒有這種操作。</translation>
    </message>
    <message>
        <source>Write who it is for as User:alice.</source>
        <translation>對象請寫成 User:alice。</translation>
    </message>
    <message>
        <source>Name the resource; * is all of them.</source>
        <translation>請填寫資源名稱；* 表示全部。</translation>
    </message>
    <message>
        <source>Name the host; * is any.</source>
        <translation>請填寫主機；* 表示任意主機。</translation>
    </message>
    <message>
        <source>Free some space, or choose another folder.</source>
        <translation>請清出空間，或選擇其他資料夾。</translation>
    </message>
    <message>
        <source>%1 messages in %2; of %3 only the first part, as they are no longer kept</source>
        <translation>%2 中有 %1 則訊息；其中 %3 則只有開頭部分，因為已不再保留</translation>
    </message>
    <message>
        <source>%1 messages in %2</source>
        <translation>%2 中有 %1 則訊息</translation>
    </message>
    <message>
        <source>There is no connection</source>
        <translation>沒有連線</translation>
    </message>
    <message>
        <source>Export from %1</source>
        <translation>從 %1 匯出</translation>
    </message>
    <message>
        <source>A field needs a value: $.order.id = 5</source>
        <translation>欄位需要值：$.order.id = 5</translation>
    </message>
    <message>
        <source>The expression needs a / at its end</source>
        <translation>表示式結尾需要 /</translation>
    </message>
    <message>
        <source>After the last / only an i may stand</source>
        <translation>最後的 / 之後只能有 i</translation>
    </message>
    <message>
        <source>The key contains “%1”</source>
        <translation>鍵包含「%1」</translation>
    </message>
    <message>
        <source>A header contains “%1”</source>
        <translation>標頭包含「%1」</translation>
    </message>
    <message>
        <source>The value contains “%1”</source>
        <translation>值包含「%1」</translation>
    </message>
    <message>
        <source>Key, headers or value contain “%1”</source>
        <translation>鍵、標頭或值包含「%1」</translation>
    </message>
    <message>
        <source>The key matches /%1/</source>
        <translation>鍵符合 /%1/</translation>
    </message>
    <message>
        <source>A header matches /%1/</source>
        <translation>標頭符合 /%1/</translation>
    </message>
    <message>
        <source>The value matches /%1/</source>
        <translation>值符合 /%1/</translation>
    </message>
    <message>
        <source>Key, headers or value match /%1/</source>
        <translation>鍵、標頭或值符合 /%1/</translation>
    </message>
    <message>
        <source>The field %1 is “%2”</source>
        <translation>欄位 %1 為「%2」</translation>
    </message>
    <message>
        <source>What to look for is missing</source>
        <translation>缺少要尋找的內容</translation>
    </message>
    <message>
        <source>Save the value of %1</source>
        <translation>儲存 %1 的值</translation>
    </message>
    <message>
        <source>Write a time as 2026-03-17 13:40 or -15m, an offset, begin or end</source>
        <translation>請寫時間，如 2026-03-17 13:40 或 -15m，或寫位移、begin 或 end</translation>
    </message>
    <message>
        <source>Write partitions as 0-3, 17</source>
        <translation>分割區請寫成 0-3, 17</translation>
    </message>
    <message>
        <source>There is no partition %1: the last is %2</source>
        <translation>沒有分割區 %1：最後一個是 %2</translation>
    </message>
    <message>
        <source>Streams</source>
        <translation>串流</translation>
    </message>
    <message>
        <source>Topics and groups</source>
        <translation>主題與群組</translation>
    </message>
    <message>
        <source>Topics, partitions, consumer groups, lag, brokers</source>
        <translation>主題,分割區,消費者群組,消費群組,延遲量,落後,位移,訊息,代理伺服器,叢集</translation>
    </message>
    <message>
        <source>The connection was closed</source>
        <translation>連線已關閉</translation>
    </message>
    <message>
        <source>More hits than a list can hold. Narrow the range, or export the hits and go on from there.</source>
        <translation>相符的訊息超過清單能容納的數量。請縮小範圍，或匯出後從該處繼續。</translation>
    </message>
    <message>
        <source>Choose a topic</source>
        <translation>請選擇主題</translation>
    </message>
    <message>
        <source>There is no topic of that name</source>
        <translation>沒有此名稱的主題</translation>
    </message>
    <message>
        <source>Which value is the field to have?</source>
        <translation>欄位應為哪個值？</translation>
    </message>
    <message>
        <source>The range ends before it begins</source>
        <translation>範圍的終點早於起點</translation>
    </message>
    <message>
        <source>%1 lags on %2: %3 messages, usually at most %4</source>
        <translation>%1 在 %2 的延遲量：%3 則訊息，平時至多 %4 則</translation>
    </message>
    <message>
        <source>%1: the lag on %2 is as usual again</source>
        <translation>%1：在 %2 的延遲量已恢復正常</translation>
    </message>
    <message>
        <source>Search through a topic</source>
        <translation>搜尋主題</translation>
    </message>
    <message>
        <source>Messages that hold a text, a field&apos;s value or an expression</source>
        <translation>訊息,搜尋,尋找,內容,文字,欄位的值,表示式,正規表示式,search,regex</translation>
    </message>
    <message>
        <source>Only Avro and JSON without references can be encoded.</source>
        <translation>只能編碼沒有參照的 Avro 與 JSON。</translation>
    </message>
    <message>
        <source>Dead letters</source>
        <translation>死信</translation>
    </message>
    <message>
        <source>Failed messages, DLQ, DLT, edit, redrive</source>
        <translation>失敗的訊息,死信佇列,編輯,重新投遞,DLQ,DLT</translation>
    </message>
    <message>
        <source>This connection reads as many topics as it may. Stop a tail or a search.</source>
        <translation>此連線讀取的主題數已達上限。請停止一個追蹤或搜尋。</translation>
    </message>
    <message>
        <source>Produce messages</source>
        <translation>寫入訊息</translation>
    </message>
    <message>
        <source>Produce to %1?</source>
        <translation>要寫入 %1 嗎？</translation>
    </message>
    <message>
        <source>Produce to %1 topics?</source>
        <translation>要寫入 %1 個主題嗎？</translation>
    </message>
    <message>
        <source>Produce</source>
        <translation>寫入</translation>
    </message>
    <message>
        <source>Produce again</source>
        <translation>再次寫入</translation>
    </message>
    <message>
        <source>Produce messages of %1 to %2 again?</source>
        <translation>要將 %1 的訊息再次寫入 %2 嗎？</translation>
    </message>
    <message>
        <source>Connector %1 failed: %2</source>
        <translation>連接器 %1 失敗：%2</translation>
    </message>
    <message>
        <source>Connector %1 runs again</source>
        <translation>連接器 %1 已恢復執行</translation>
    </message>
    <message>
        <source>Some partitions were moved and could not be moved back. Take the reset back from its undo file.</source>
        <translation>部分分割區已移動，但無法移回。請用其復原檔復原這次重設。</translation>
    </message>
    <message>
        <source>This reset was taken back already.</source>
        <translation>這次重設已經復原。</translation>
    </message>
    <message>
        <source>Several values are written $.country in (TW, KR)</source>
        <translation>多個值寫作 $.country in (TW, KR)</translation>
    </message>
    <message>
        <source>The message is a tombstone: it has no value</source>
        <translation>此訊息是 tombstone：沒有值</translation>
    </message>
    <message>
        <source>The field %1 is one of “%2”</source>
        <translation>欄位 %1 是「%2」之一</translation>
    </message>
    <message>
        <source>Producers that use the newest schema use this one from then on. One that is not compatible is not sent.</source>
        <translation>使用最新綱要的生產者此後會改用這一個。不相容的綱要不會送出。</translation>
    </message>
    <message>
        <source>It is not compatible with what the subject has.</source>
        <translation>與 subject 現有的版本不相容。</translation>
    </message>
    <message>
        <source>Registered with number %1. This registry cannot check the compatibility.</source>
        <translation>已註冊，編號 %1。此 Schema Registry 無法檢查相容性。</translation>
    </message>
    <message>
        <source>This registry cannot check the compatibility of schemas.</source>
        <translation>此 Schema Registry 無法檢查綱要的相容性。</translation>
    </message>
    <message>
        <source>%1 messages in %2; of %3 only the first part, as they are no longer kept; %4 could not be decoded and are there as bytes</source>
        <translation>%2 中有 %1 則訊息；其中 %3 則只有開頭部分，因為已不再保留；%4 則無法解碼，以位元組保存</translation>
    </message>
    <message>
        <source>%1 messages in %2; %3 could not be decoded and are there as bytes</source>
        <translation>%2 中有 %1 則訊息；%3 則無法解碼，以位元組保存</translation>
    </message>
    <message>
        <source>The quotation mark is not closed</source>
        <translation>引號沒有結束</translation>
    </message>
    <message>
        <source>A ) is missing at the end</source>
        <translation>結尾缺少 )</translation>
    </message>
    <message>
        <source>The header %1 is one of “%2”</source>
        <translation>標頭 %1 是「%2」之一</translation>
    </message>
    <message>
        <source>The key is one of “%1”</source>
        <translation>鍵是「%1」之一</translation>
    </message>
    <message>
        <source>The value is one of “%1”</source>
        <translation>值是「%1」之一</translation>
    </message>
    <message>
        <source>A header is one of “%1”</source>
        <translation>有標頭是「%1」之一</translation>
    </message>
    <message>
        <source>Consumer groups</source>
        <translation>消費者群組</translation>
    </message>
    <message>
        <source>Members, lag, committed offsets, reset</source>
        <translation>成員,延遲量,已提交的位移,重設,members,lag,offsets,reset</translation>
    </message>
    <message>
        <source>Brokers</source>
        <translation>Broker</translation>
    </message>
    <message>
        <source>Cluster, controller, disks, settings, quotas, reassignments</source>
        <translation>叢集,controller,磁碟,設定,配額,重新分配,cluster,quotas,reassignments</translation>
    </message>
    <message>
        <source>Subjects, versions, compatibility, Avro, Protobuf</source>
        <translation>subject,版本,相容性,Avro,Protobuf,subjects,compatibility</translation>
    </message>
    <message>
        <source>Connectors, tasks, pause, restart</source>
        <translation>連接器,任務,暫停,重新啟動,connectors,tasks</translation>
    </message>
</context>
<context>
    <name>workflow</name>
    <message>
        <source>Task instances</source>
        <translation>任務實例</translation>
    </message>
    <message>
        <source>of these now %1</source>
        <translation>其中目前為 %1</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>執行</translation>
    </message>
    <message>
        <source>Airflow 2 starts a backfill only on its own machine: airflow dags backfill.</source>
        <translation>Airflow 2 只能在自己的主機上啟動回填：airflow dags backfill。</translation>
    </message>
    <message>
        <source>Trigger</source>
        <translation>觸發</translation>
    </message>
    <message>
        <source>Start a run of %1?</source>
        <translation>要啟動 %1 的執行嗎？</translation>
    </message>
    <message>
        <source>Its tasks run as soon as there are slots.</source>
        <translation>有空位時，其任務就會執行。</translation>
    </message>
    <message>
        <source>Start run</source>
        <translation>啟動執行</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Clear tasks of run %1?</source>
        <translation>要清除執行 %1 的任務嗎？</translation>
    </message>
    <message>
        <source>Their states are removed and they run again. Those that run now are ended first.</source>
        <translation>會移除其狀態並重新執行；正在執行的會先結束。</translation>
    </message>
    <message>
        <source>Mark as %1</source>
        <translation>標記為 %1</translation>
    </message>
    <message>
        <source>Mark %1 as %2?</source>
        <translation>要將 %1 標記為 %2 嗎？</translation>
    </message>
    <message>
        <source>The tasks are not run; what comes after them goes on by the new state.</source>
        <translation>任務不會執行；其後的任務依新狀態繼續。</translation>
    </message>
    <message>
        <source>Mark run as %1</source>
        <translation>將執行標記為 %1</translation>
    </message>
    <message>
        <source>Mark run %1 as %2?</source>
        <translation>要將執行 %1 標記為 %2 嗎？</translation>
    </message>
    <message>
        <source>Its running tasks are ended, the others do not start.</source>
        <translation>正在執行的任務會結束，其餘不會啟動。</translation>
    </message>
    <message>
        <source>Its tasks that are not done do not run any more.</source>
        <translation>尚未完成的任務不再執行。</translation>
    </message>
    <message>
        <source>State now</source>
        <translation>目前狀態</translation>
    </message>
    <message>
        <source>Delete run</source>
        <translation>刪除執行</translation>
    </message>
    <message>
        <source>Delete run %1?</source>
        <translation>要刪除執行 %1 嗎？</translation>
    </message>
    <message>
        <source>The run, its task instances and their XComs are gone for good. Log files stay.</source>
        <translation>此執行、其任務實例及 XCom 會永久刪除；日誌檔保留。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>Set note</source>
        <translation>設定備註</translation>
    </message>
    <message>
        <source>Set the note of run %1?</source>
        <translation>要設定執行 %1 的備註嗎？</translation>
    </message>
    <message>
        <source>Everybody who sees the run sees the note.</source>
        <translation>看得到此執行的人都看得到備註。</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Backfill</source>
        <translation>回填</translation>
    </message>
    <message>
        <source>Start a backfill of %1?</source>
        <translation>要啟動 %1 的回填嗎？</translation>
    </message>
    <message>
        <source>Its runs take slots from the scheduled ones.</source>
        <translation>其執行會佔用排程執行的空位。</translation>
    </message>
    <message>
        <source>Start backfill</source>
        <translation>啟動回填</translation>
    </message>
    <message>
        <source>Pause backfill</source>
        <translation>暫停回填</translation>
    </message>
    <message>
        <source>Go on with backfill</source>
        <translation>繼續回填</translation>
    </message>
    <message>
        <source>Pause the backfill of %1?</source>
        <translation>要暫停 %1 的回填嗎？</translation>
    </message>
    <message>
        <source>Go on with the backfill of %1?</source>
        <translation>要繼續 %1 的回填嗎？</translation>
    </message>
    <message>
        <source>Runs that have begun go on, no further one starts.</source>
        <translation>已開始的執行會繼續，不再啟動新的。</translation>
    </message>
    <message>
        <source>Its next runs start as slots get free.</source>
        <translation>有空位時會啟動後續執行。</translation>
    </message>
    <message>
        <source>Cancel backfill</source>
        <translation>取消回填</translation>
    </message>
    <message>
        <source>Cancel the backfill of %1?</source>
        <translation>要取消 %1 的回填嗎？</translation>
    </message>
    <message>
        <source>Its runs that have not begun are marked as failed. It cannot be taken up again.</source>
        <translation>尚未開始的執行會標記為失敗，且無法再恢復。</translation>
    </message>
    <message>
        <source>Set pool</source>
        <translation>設定資源池</translation>
    </message>
    <message>
        <source>Set pool %1 to %2 slots?</source>
        <translation>要將資源池 %1 設為 %2 個空位嗎？</translation>
    </message>
    <message>
        <source>Tasks that run go on; the next ones keep to the new size.</source>
        <translation>執行中的任務會繼續；之後的任務遵守新的大小。</translation>
    </message>
    <message>
        <source>Delete pool</source>
        <translation>刪除資源池</translation>
    </message>
    <message>
        <source>Delete pool %1?</source>
        <translation>要刪除資源池 %1 嗎？</translation>
    </message>
    <message>
        <source>Tasks that name it will no longer be scheduled.</source>
        <translation>使用它的任務將不再排程。</translation>
    </message>
    <message>
        <source>Set variable</source>
        <translation>設定變數</translation>
    </message>
    <message>
        <source>Set variable %1?</source>
        <translation>要設定變數 %1 嗎？</translation>
    </message>
    <message>
        <source>Tasks that start from now on read the new value.</source>
        <translation>此後啟動的任務會讀到新值。</translation>
    </message>
    <message>
        <source>A masked value is not known here; enter a new one.</source>
        <translation>這裡不知道被遮蔽的值；請輸入新值。</translation>
    </message>
    <message>
        <source>Delete variable</source>
        <translation>刪除變數</translation>
    </message>
    <message>
        <source>Delete variable %1?</source>
        <translation>要刪除變數 %1 嗎？</translation>
    </message>
    <message>
        <source>Tasks that read it will fail.</source>
        <translation>讀取它的任務會失敗。</translation>
    </message>
    <message>
        <source>Materialise</source>
        <translation>實體化</translation>
    </message>
    <message>
        <source>Materialise %1?</source>
        <translation>要實體化 %1 嗎？</translation>
    </message>
    <message>
        <source>A run of the DAG that produces it starts.</source>
        <translation>會啟動產生它的 DAG 的一次執行。</translation>
    </message>
    <message>
        <source>Airflow 2 cannot do it. Trigger the DAG that produces it.</source>
        <translation>Airflow 2 無法做到。請觸發產生它的 DAG。</translation>
    </message>
    <message>
        <source>The answer was cut off or is not JSON. Something between here and the server may change it.</source>
        <translation>回應被截斷或不是 JSON。中間可能有東西更改了它。</translation>
    </message>
    <message>
        <source>Writing is switched off for this connection.</source>
        <translation>此連線已關閉寫入。</translation>
    </message>
    <message>
        <source>The connection was removed meanwhile.</source>
        <translation>連線在此期間已被移除。</translation>
    </message>
    <message>
        <source>Another version of Airflow answers than this was written for. Ask for it again.</source>
        <translation>回應的 Airflow 版本與此請求所寫的不同。請重新操作一次。</translation>
    </message>
    <message>
        <source>Airflow keeps versions of DAGs since 3.0.</source>
        <translation>Airflow 自 3.0 起保留 DAG 的版本。</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暫停</translation>
    </message>
    <message>
        <source>Unpause</source>
        <translation>取消暫停</translation>
    </message>
    <message>
        <source>Pause %1?</source>
        <translation>要暫停 %1 嗎？</translation>
    </message>
    <message>
        <source>Unpause %1?</source>
        <translation>要取消暫停 %1 嗎？</translation>
    </message>
    <message>
        <source>No new run starts and no further task of its runs is scheduled.</source>
        <translation>不會啟動新的執行，其執行中也不再排程任務。</translation>
    </message>
    <message>
        <source>Runs that are due start at once.</source>
        <translation>到期的執行會立即啟動。</translation>
    </message>
    <message>
        <source>Parse file again</source>
        <translation>重新解析檔案</translation>
    </message>
    <message>
        <source>Parse the file of %1 again?</source>
        <translation>要重新解析 %1 的檔案嗎？</translation>
    </message>
    <message>
        <source>The DAG processor takes it next. Runs are not touched.</source>
        <translation>DAG 處理器會接著處理它。不影響執行。</translation>
    </message>
    <message>
        <source>Parse</source>
        <translation>解析</translation>
    </message>
    <message>
        <source>The server does not tell how to ask for this file.</source>
        <translation>伺服器未提供請求此檔案的方式。</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>登入</translation>
    </message>
    <message>
        <source>auto: by the token command when there is one, else by user and password.</source>
        <translation>auto：有權杖命令時用它，否則用使用者與密碼。</translation>
    </message>
    <message>
        <source>Token command</source>
        <translation>權杖命令</translation>
    </message>
    <message>
        <source>A program and its arguments that print a bearer token. It runs without a shell.</source>
        <translation>印出 bearer 權杖的程式與其參數。不經 shell 執行。</translation>
    </message>
    <message>
        <source>Time for the token command</source>
        <translation>權杖命令的時限</translation>
    </message>
    <message>
        <source>How long the token command may take.</source>
        <translation>權杖命令可花費的時間。</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>標頭</translation>
    </message>
    <message>
        <source>For a gateway: name: value, parted by semicolons. A value env:NAME is read from the environment and kept secret.</source>
        <translation>供閘道使用：name: value，以分號分隔。值 env:NAME 會從環境變數讀取並保密。</translation>
    </message>
    <message>
        <source>Page size</source>
        <translation>每頁筆數</translation>
    </message>
    <message>
        <source>Entries asked for at once; the server gives at most 100.</source>
        <translation>一次請求的筆數；伺服器最多給 100。</translation>
    </message>
    <message>
        <source>Time to connect</source>
        <translation>連線時限</translation>
    </message>
    <message>
        <source>How long to wait for the server when connecting.</source>
        <translation>連線時等待伺服器的時間。</translation>
    </message>
    <message>
        <source>Time to answer</source>
        <translation>回應時限</translation>
    </message>
    <message>
        <source>How long to wait for one answer.</source>
        <translation>等待一個回應的時間。</translation>
    </message>
    <message>
        <source>Private calls</source>
        <translation>私有呼叫</translation>
    </message>
    <message>
        <source>auto: groups and grids come from the calls of Airflow&apos;s own pages where they answer.</source>
        <translation>auto：群組與網格資料取自 Airflow 自己網頁的呼叫（若有回應）。</translation>
    </message>
    <message>
        <source>ssh configuration</source>
        <translation>ssh 設定</translation>
    </message>
    <message>
        <source>A file to use instead of ~/.ssh/config.</source>
        <translation>用來取代 ~/.ssh/config 的檔案。</translation>
    </message>
    <message>
        <source>Run the token command in a terminal to see what it says.</source>
        <translation>請在終端機執行權杖命令，看看它的訊息。</translation>
    </message>
    <message>
        <source>Is the token command installed and in the PATH?</source>
        <translation>權杖命令是否已安裝並在 PATH 中？</translation>
    </message>
    <message>
        <source>No Airflow 2 or 3 answers here. Does the address miss a path?</source>
        <translation>這裡沒有 Airflow 2 或 3 回應。位址是否少了路徑？</translation>
    </message>
    <message>
        <source>This request is not in the list of what may be sent.</source>
        <translation>此請求不在允許送出的清單中。</translation>
    </message>
    <message>
        <source>The server wants a login in a browser. Behind a gateway use a token command or its headers.</source>
        <translation>伺服器要求在瀏覽器登入。在閘道之後請使用權杖命令或其標頭。</translation>
    </message>
    <message>
        <source>The token the command printed is not accepted.</source>
        <translation>命令印出的權杖不被接受。</translation>
    </message>
    <message>
        <source>The server wants a login. Enter a user or a token command.</source>
        <translation>伺服器要求登入。請輸入使用者或權杖命令。</translation>
    </message>
    <message>
        <source>User or password is not accepted.</source>
        <translation>使用者或密碼不被接受。</translation>
    </message>
    <message>
        <source>The role of this user does not allow it.</source>
        <translation>此使用者的角色不允許。</translation>
    </message>
    <message>
        <source>It is not there, or not any more.</source>
        <translation>它不存在，或已不存在。</translation>
    </message>
    <message>
        <source>It exists already, or it was changed meanwhile.</source>
        <translation>它已存在，或在此期間被變更。</translation>
    </message>
    <message>
        <source>The server does not accept these values.</source>
        <translation>伺服器不接受這些值。</translation>
    </message>
    <message>
        <source>The gateway in front did not reach Airflow.</source>
        <translation>前面的閘道連不到 Airflow。</translation>
    </message>
    <message>
        <source>The server failed. The log of its API server says why.</source>
        <translation>伺服器失敗。其 API 伺服器的日誌有說明原因。</translation>
    </message>
    <message>
        <source>The server is busy, or its database hangs. It is asked again by itself.</source>
        <translation>伺服器忙碌，或其資料庫停住。會自動再次詢問。</translation>
    </message>
    <message>
        <source>Is the server running, and is address and port right?</source>
        <translation>伺服器是否在執行？位址與連接埠是否正確？</translation>
    </message>
    <message>
        <source>Check the certificates of this connection.</source>
        <translation>請檢查此連線的憑證。</translation>
    </message>
    <message>
        <source>The answer is too large to be taken in one piece.</source>
        <translation>回應太大，無法一次接收。</translation>
    </message>
    <message>
        <source>Write headers as name: value, one per line or parted by ;</source>
        <translation>標頭請寫成 name: value，每行一個或以 ; 分隔</translation>
    </message>
    <message>
        <source>The environment variable %1 of a header is not set.</source>
        <translation>標頭的環境變數 %1 未設定。</translation>
    </message>
    <message>
        <source>Write the address as http://host:port, with a path where Airflow has one, and without user and password.</source>
        <translation>位址請寫成 http://host:port，Airflow 有路徑時加上路徑，不含使用者與密碼。</translation>
    </message>
    <message>
        <source>Name the command that prints the token.</source>
        <translation>請指定印出權杖的命令。</translation>
    </message>
    <message>
        <source>Only the server&apos;s private calls tell older structures.</source>
        <translation>只有伺服器的私有呼叫能提供較舊的結構。</translation>
    </message>
    <message>
        <source>A web page came instead of an answer. Is there a gateway with a login in between, or does the address miss a path?</source>
        <translation>收到的是網頁而不是回應。中間是否有需登入的閘道，或位址少了路徑？</translation>
    </message>
    <message>
        <source>Clear failed tasks of %1</source>
        <translation>清除 %1 的失敗任務</translation>
    </message>
    <message>
        <source>Run of %1 failed</source>
        <translation>%1 的執行失敗</translation>
    </message>
    <message>
        <source>Run of %1 goes on</source>
        <translation>%1 的執行進行中</translation>
    </message>
    <message>
        <source>Run of %1 ended well</source>
        <translation>%1 的執行順利結束</translation>
    </message>
    <message>
        <source>%1 will be tried again</source>
        <translation>%1 將會重試</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 失敗</translation>
    </message>
    <message>
        <source>%1 cannot be imported</source>
        <translation>無法匯入 %1</translation>
    </message>
    <message>
        <source>Airflow does not reach its metadata database.</source>
        <translation>Airflow 連不到其中繼資料庫。</translation>
    </message>
    <message>
        <source>The scheduler has been silent for %1 s: nothing new starts. Start it again.</source>
        <translation>排程器已沉默 %1 秒：不會啟動新的任務。請重新啟動它。</translation>
    </message>
    <message>
        <source>No scheduler runs: nothing new starts.</source>
        <translation>沒有排程器在執行：不會啟動新的任務。</translation>
    </message>
    <message>
        <source>The triggerer does not run: deferred tasks do not go on.</source>
        <translation>觸發器未執行：延後的任務不會繼續。</translation>
    </message>
    <message>
        <source>The DAG processor does not run: changed files are not seen.</source>
        <translation>DAG 處理器未執行：看不到變更的檔案。</translation>
    </message>
    <message>
        <source>The server&apos;s clock differs from this one by %1 s.</source>
        <translation>伺服器的時鐘與本機相差 %1 秒。</translation>
    </message>
    <message>
        <source>Runs running</source>
        <translation>執行中的執行</translation>
    </message>
    <message>
        <source>Runs queued</source>
        <translation>排隊中的執行</translation>
    </message>
    <message>
        <source>Runs failed in 24 h</source>
        <translation>24 小時內失敗的執行</translation>
    </message>
    <message>
        <source>Slots running</source>
        <translation>執行中的空位</translation>
    </message>
    <message>
        <source>Slots queued</source>
        <translation>排隊中的空位</translation>
    </message>
    <message>
        <source>Silence of the scheduler</source>
        <translation>排程器沉默時間</translation>
    </message>
    <message>
        <source>Slots taken in %1</source>
        <translation>%1 中佔用的空位</translation>
    </message>
    <message>
        <source>Workflow</source>
        <translation>工作流程</translation>
    </message>
    <message>
        <source>DAGs and runs</source>
        <translation>DAG 與執行</translation>
    </message>
    <message>
        <source>Server: pools, variables, errors</source>
        <translation>伺服器：資源池、變數、錯誤</translation>
    </message>
    <message>
        <source>Set the note of %1?</source>
        <translation>要設定 %1 的備註嗎？</translation>
    </message>
    <message>
        <source>Everybody who sees the task sees the note.</source>
        <translation>看得到此任務的人都看得到備註。</translation>
    </message>
    <message>
        <source>This server does not tell deadlines.</source>
        <translation>此伺服器不提供期限資訊。</translation>
    </message>
    <message>
        <source>Pipelines, workflows, tasks, schedule</source>
        <translation>管線,工作流程,任務,排程,pipelines,workflows</translation>
    </message>
    <message>
        <source>The triggerer has been silent for %1 s: deferred tasks do not go on.</source>
        <translation>觸發器已 %1 秒沒有回應：延後的任務不會繼續。</translation>
    </message>
    <message>
        <source>The DAG processor has been silent for %1 s: changed files are not seen.</source>
        <translation>DAG 處理器已 %1 秒沒有回應：看不到檔案的變更。</translation>
    </message>
    <message>
        <source>This server does not tell its processes.</source>
        <translation>此伺服器不提供它的程序資訊。</translation>
    </message>
    <message>
        <source>Administration, components</source>
        <translation>管理,元件,administration</translation>
    </message>
    <message>
        <source>Import errors</source>
        <translation>匯入錯誤</translation>
    </message>
    <message>
        <source>Import error, broken DAG, DAG file</source>
        <translation>匯入錯誤,損壞的 DAG,DAG 檔案,import error</translation>
    </message>
    <message>
        <source>Missed deadlines</source>
        <translation>逾期的期限</translation>
    </message>
    <message>
        <source>Deadlines, SLA, SLA misses, late runs</source>
        <translation>期限,未達 SLA,延遲的執行,deadline,sla</translation>
    </message>
    <message>
        <source>Pools</source>
        <translation>資源池</translation>
    </message>
    <message>
        <source>Slots</source>
        <translation>名額,slots</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>變數</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>變數,variable</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>連線</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>連線,connection</translation>
    </message>
    <message>
        <source>Assets</source>
        <translation>資產</translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation>資料集,datasets</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>手動</translation>
    </message>
    <message>
        <source>by assets</source>
        <translation>由資產觸發</translation>
    </message>
    <message>
        <source>by datasets</source>
        <translation>由資料集觸發</translation>
    </message>
    <message>
        <source>DAG folder</source>
        <translation>DAG 資料夾</translation>
    </message>
    <message>
        <source>Where pipelines are deployed: a folder, git:FOLDER#BRANCH of a clone, or ssh:HOST:FOLDER.</source>
        <translation>管線的部署位置：資料夾、複製的儲存庫 git:FOLDER#BRANCH，或 ssh:HOST:FOLDER。</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>套件</translation>
    </message>
    <message>
        <source>A list of the Python packages the server has, as pip freeze or a lock file writes it.</source>
        <translation>伺服器上的 Python 套件清單，格式如 pip freeze 或鎖定檔所寫。</translation>
    </message>
    <message>
        <source>Streaming jobs</source>
        <translation>串流作業</translation>
    </message>
    <message>
        <source>The supervisord.conf of the supervisor that runs them on this computer.</source>
        <translation>在這台電腦上執行這些作業的 supervisor 的 supervisord.conf。</translation>
    </message>
    <message>
        <source>Pipeline documents</source>
        <translation>管線文件</translation>
    </message>
    <message>
        <source>A folder of documents; the library lists it beside its own.</source>
        <translation>存放文件的資料夾；管線庫會將它與自己的資料夾一併列出。</translation>
    </message>
</context>
<context>
    <name>yaml</name>
    <message>
        <source>an alias points into itself</source>
        <translation>別名指向自己</translation>
    </message>
    <message>
        <source>nested too deeply</source>
        <translation>巢狀過深</translation>
    </message>
    <message>
        <source>too large once its aliases are followed</source>
        <translation>展開別名後過大</translation>
    </message>
    <message>
        <source>a key must be a plain word</source>
        <translation>鍵必須是單純的字詞</translation>
    </message>
    <message>
        <source>this key is there twice</source>
        <translation>此鍵出現兩次</translation>
    </message>
    <message>
        <source>larger than %1 bytes</source>
        <translation>大於 %1 位元組</translation>
    </message>
    <message>
        <source>not a text file: it holds control characters</source>
        <translation>不是文字檔：含有控制字元</translation>
    </message>
    <message>
        <source>not valid UTF-8</source>
        <translation>不是有效的 UTF-8</translation>
    </message>
    <message>
        <source>a second document after ---; only one is read</source>
        <translation>--- 之後還有第二份文件；只會讀取一份</translation>
    </message>
    <message>
        <source>not valid YAML: %1</source>
        <translation>不是有效的 YAML：%1</translation>
    </message>
    <message>
        <source>not valid YAML</source>
        <translation>不是有效的 YAML</translation>
    </message>
    <message>
        <source>a tab at the beginning of a line; YAML wants spaces there</source>
        <translation>行首有定位字元；YAML 在該處要用空格</translation>
    </message>
</context>
</TS>
