namespace Jembatan.App.Reports;

/// <summary>The look of the HTML report: system fonts, serif where an informant speaks, safe in black and white.</summary>
internal static class ReportStyle
{
    public const string Css = """
        :root{--ink:#17201d;--ink2:#46514b;--ink3:#5d6862;--line:#dde0dc;--accent:#0b6b57;--warn:#fdf3da;--warnline:#d9a520;
        --ui:"Segoe UI Variable Text","Segoe UI",-apple-system,BlinkMacSystemFont,Roboto,"Noto Sans","Liberation Sans",Arial,sans-serif;
        --voice:Charter,"Bitstream Charter","Sitka Text","Iowan Old Style",Cambria,"Noto Serif","Liberation Serif",Georgia,serif}
        *{box-sizing:border-box}html{scroll-behavior:smooth}body{margin:0;background:#f5f6f4;color:var(--ink);font:16px/1.55 var(--ui);font-variant-numeric:tabular-nums lining-nums}
        .notice{position:sticky;top:0;z-index:2;margin:0;padding:8px 24px;background:#fff;border-bottom:1px dashed #868e88;font-size:13px;color:var(--ink2);text-align:center}
        main{max-width:860px;margin:0 auto;padding:40px 48px 80px;background:#fff}
        h1{font-size:30px;line-height:1.18;letter-spacing:-.015em;margin:0 0 8px;text-wrap:balance}h2{font-size:22px;line-height:1.25;margin:52px 0 12px;padding-top:12px;border-top:2px solid var(--ink)}
        h3{font-size:17px;margin:30px 0 6px}h4{font-size:15px;margin:22px 0 4px}h1,h2,h3,h4{scroll-margin-top:48px;break-after:avoid}
        p{margin:0 0 12px;max-width:70ch}p.lead{font-size:17.5px;line-height:1.5}p.small,.footnotes{font-size:13px;color:var(--ink2);overflow-wrap:anywhere}
        p.note{font-size:14px;padding:9px 12px;border:1px solid var(--warnline);border-left-width:4px;border-radius:3px;background:var(--warn)}
        a{color:var(--accent);text-underline-offset:3px;text-decoration-style:dotted;text-decoration-thickness:1px}a:hover{text-decoration-style:solid}:focus-visible{outline:2px solid #0b57d0;outline-offset:2px}
        :target{background:#e2f0eb;outline:6px solid #e2f0eb}ul,ol{padding-left:22px;margin:0 0 14px}li{margin:3px 0}
        .contents{margin:34px 0;font-size:14px}.contents h2{font-size:15px;border:0;margin:0 0 6px;padding:0}.contents ol{columns:2;column-gap:32px}
        figure{margin:16px 0}.quote{border-left:3px solid var(--ink);padding:2px 0 2px 16px;break-inside:avoid;scroll-margin-top:48px}.quote.contra{border-left:6px double var(--ink)}
        blockquote,q{font-family:var(--voice)}blockquote{margin:0;font-size:17px;line-height:1.5}.quote figcaption{font-size:13px;color:var(--ink2);margin-top:2px}
        .scroll{overflow-x:auto;margin:14px 0 18px}table{border-collapse:collapse;width:100%;font-size:13px;line-height:1.42}caption{text-align:left;font-weight:600;padding:0 0 6px}
        th,td{text-align:left;vertical-align:top;padding:6px 9px;border-bottom:1px solid var(--line);overflow-wrap:break-word}thead th{font-size:12px;color:var(--ink2);border-bottom:1.5px solid var(--ink);vertical-align:bottom}tbody th{font-weight:400}
        .num{text-align:right;white-space:nowrap}.tone-fit{background:#cfe0f1}.tone-fairly-fit{background:#e4eef8}.tone-unclear{background:#edefec}
        .tone-misfit{background:repeating-linear-gradient(135deg,#fbece0 0 6px,#fff4ea 6px 12px)}.tone-insufficient{outline:1px dotted #868e88;outline-offset:-2px}
        .chart svg{display:block;width:100%;height:auto}.chart figcaption{font-weight:600;font-size:13px;margin-top:4px}
        svg text{font-family:var(--ui);fill:var(--ink)}svg .nm{font-size:12.5px}svg .hd{font-size:13px;font-weight:600}svg .sm{font-size:11px;fill:var(--ink2)}
        svg .rule{stroke:var(--line);fill:none}svg .zero{stroke:var(--ink);fill:none}svg .range{stroke:var(--ink);stroke-width:1.3;fill:none}svg .bar{stroke:var(--ink);stroke-width:.6}svg .none{fill:none;stroke:#868e88;stroke-dasharray:2 3}
        svg .line{fill:none;stroke:#14556b;stroke-width:2}svg .dot{fill:#fff;stroke:#14556b;stroke-width:1.8}svg .contra{fill:#fff;stroke:var(--ink);stroke-width:1.3}
        svg .g0{fill:#14556b}svg .g1{fill:#8a5a00}svg .g2{fill:#7a4a8c}svg .g3{fill:#46514b}svg .g4{fill:#a93f55}svg .g5{fill:#3b8ca6}
        hr.page{border:0;margin:0}.footnotes{border-top:1px solid var(--line);margin-top:48px;padding-top:10px}
        @media(max-width:720px){main{padding:24px 16px 60px}.contents ol{columns:1}}
        @media print{@page{size:A4;margin:16mm 15mm}body{background:#fff;font-size:10.5pt}main{max-width:none;padding:0}.notice{position:running(notice);position:static;border:1px dashed #868e88}
        hr.page{break-after:page}.scroll{overflow:visible}a{color:inherit}h2{margin-top:24px}tr,.chart{break-inside:avoid}thead{display:table-header-group}}
        """;
}
